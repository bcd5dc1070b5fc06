import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Marker, writeFolder } from "../../src/host/write-folder.ts";
import { Folder } from "../support/cli.ts";

const MARKER: Marker = { name: ".mark", head: "# Ours" };
const PAGE = { path: "index.html", text: "page" };
const BADGE = { path: "badges/a.svg", text: "badge" };

let here: Folder;

beforeEach(() => {
  here = new Folder({ "elsewhere/a.svg": "theirs", "elsewhere/index.html": "theirs" });
});

afterEach(() => here.drop());

/** Every file and folder of the site with what it holds. */
function site(): Readonly<Record<string, string>> {
  const names = readdirSync(here.join("site"), { recursive: true, encoding: "utf8" }).sort();
  const textOf = (name: string): string => {
    try {
      return readFileSync(here.join("site", name), "utf8");
    } catch {
      return ""; // a folder
    }
  };
  return Object.fromEntries(names.map((name) => [name, textOf(name)]));
}

const write = (...files: readonly { path: string; text: string }[]) => writeFolder(here.join("site"), files, MARKER);

describe("writeFolder", () => {
  it("takes away what it wrote before, with folders that are left empty", () => {
    expect(write(PAGE, BADGE)).toBeNull();
    expect(write({ ...PAGE, text: "new" })).toBeNull();
    expect(site()).toEqual({ ".mark": "# Ours\nindex.html\n", "index.html": "new" });
  });

  it.each([
    ["a file", () => here.write("site/index.html", "theirs"), "index.html"],
    ["a folder", () => mkdirSync(here.join("site/index.html"), { recursive: true }), "index.html"],
    ["a file in the place of a folder", () => here.write("site/badges", "theirs"), "badges"],
    ["a link in the place of a folder", () => link("elsewhere", "badges"), "badges"],
    ["a link that leads nowhere", () => link("nowhere", "index.html"), "index.html"],
    ["a folder with the name of the list", () => here.write("site/.mark/x", ""), ".mark"],
  ])("names %s that stands in the way, and changes nothing", (_, make, obstacle) => {
    make();
    const before = site();
    expect(write(PAGE, BADGE)).toBe(obstacle);
    expect(site()).toEqual(before);
    expect(readFileSync(here.join("elsewhere/a.svg"), "utf8")).toBe("theirs");
  });

  it("replaces no link that stands where it wrote a file", () => {
    here.write("site/.mark", "# Ours\nindex.html\nbadges/a.svg\n");
    link("elsewhere", "badges");
    expect(write(PAGE)).toBeNull();
    expect(readdirSync(here.join("elsewhere")).sort()).toEqual(["a.svg", "index.html"]);
    expect(write(PAGE, BADGE)).toBe("badges");
  });

  it.each(["../elsewhere/a.svg", "/etc/hosts", "badges/../../elsewhere/a.svg", ".git/HEAD", "..", "", "\\\\x"])(
    "takes nothing away for a list that names %j",
    (line) => {
      here.write("site/.mark", `# Ours\n${line}\n`);
      here.write("site/.git/HEAD", "theirs");
      expect(write(PAGE)).toBeNull();
      expect(readFileSync(here.join("elsewhere/a.svg"), "utf8")).toBe("theirs");
      expect(readFileSync(here.join("site/.git/HEAD"), "utf8")).toBe("theirs");
    },
  );

  it.each(["../out.svg", "badges/../../out.svg", "/out.svg", ".git/config", "a//b", "a b.svg", ""])(
    "refuses to write to %j",
    (path) => {
      expect(() => write(PAGE, { path, text: "" })).toThrow(RangeError);
      expect(existsSync(here.join("site"))).toBe(false);
    },
  );

  it("leaves nothing of itself where a file cannot be written", () => {
    expect(() => write(PAGE, { path: `${"x".repeat(300)}.svg`, text: "" })).toThrow(/ENAMETOOLONG/);
    expect(existsSync(here.join("site"))).toBe(false);
    write(PAGE);
    const before = site();
    expect(() => write({ ...PAGE, text: "new" }, { path: `${"x".repeat(300)}.svg`, text: "" })).toThrow();
    expect(site()).toEqual(before);
  });

  it("puts everything back where one of the files cannot be exchanged", () => {
    write(PAGE);
    const before = site();
    // The second of two files of one name is written over the first, and then is not there to be moved.
    expect(() => write({ ...PAGE, text: "new" }, BADGE, BADGE)).toThrow(/ENOENT/);
    expect(site()).toEqual(before);
  });
});

function link(to: string, name: string): void {
  mkdirSync(here.join("site"), { recursive: true });
  symlinkSync(here.join(to), here.join("site", name));
}
