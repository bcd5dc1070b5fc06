/** Paths with `/`, relative to the workspace root, without a file system. */

/** What stands after the last point; empty where there is none. */
export function extname(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.includes(".") ? name.slice(name.lastIndexOf(".") + 1) : "";
}

/** `named` as seen from the folder of the file `from`; null where it leaves the root. */
export function joined(from: string, named: string): string | null {
  if (named.startsWith("/")) return null;
  const parts = from.split("/").slice(0, -1);
  for (const part of named.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}
