/** Builds into a temporary folder and compares it with the committed dist/, byte by byte. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const fresh = mkdtempSync(path.join(tmpdir(), "kpi-dist-"));
try {
  execFileSync(process.execPath, [path.join(root, "scripts/build.mjs"), "--out", fresh], { stdio: "inherit" });
  // What is committed counts, not what a test run may just have built.
  const listed = execFileSync("git", ["ls-files", "-z", "dist"], { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter(Boolean);
  const committed = new Map(
    listed.map((file) => [
      file.slice("dist/".length),
      execFileSync("git", ["show", `:${file}`], { cwd: root, maxBuffer: 64 * 1024 * 1024 }),
    ]),
  );
  const built = new Map(files(fresh).map((file) => [file, readFileSync(path.join(fresh, file))]));
  const differing = [...new Set([...committed.keys(), ...built.keys()])].filter((file) => {
    const before = committed.get(file);
    const after = built.get(file);
    return before === undefined || after === undefined || !before.equals(after);
  });
  for (const file of differing) console.error(`differs: dist/${file}`);
  if (differing.length > 0) {
    console.error("Run `npm run build` and commit dist/.");
    process.exitCode = 1;
  } else console.log(`dist/: ${built.size} files, all as committed`);
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}
