import { readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { readText, writeWhole } from "../../src/host/files.ts";
import { Folder } from "../support/cli.ts";

let folder: Folder | null = null;
const at = (files: Record<string, string | Uint8Array>): Folder => {
  folder = new Folder(files);
  return folder;
};
afterEach(() => {
  folder?.drop();
  folder = null;
});

describe("writeWhole", () => {
  it("replaces a file and leaves nothing beside it", () => {
    const here = at({ "a.yaml": "old" });
    writeWhole(here.join("a.yaml"), "new");
    expect(readFileSync(here.join("a.yaml"), "utf8")).toBe("new");
    expect(readdirSync(here.path)).toEqual(["a.yaml"]);
  });

  it("writes through a link, which stays one", () => {
    const here = at({ "real.yaml": "old" });
    symlinkSync(here.join("real.yaml"), here.join("link.yaml"));
    writeWhole(here.join("link.yaml"), "new");
    expect(readFileSync(here.join("real.yaml"), "utf8")).toBe("new");
  });

  it("never replaces a device", () => {
    writeWhole("/dev/null", "gone");
    expect(statSync("/dev/null").isFile()).toBe(false);
  });

  it("leaves nothing where it fails", () => {
    const here = at({});
    expect(() => writeWhole(here.join("no/such/folder.yaml"), "x")).toThrow();
    expect(readdirSync(here.path)).toEqual([]);
  });
});

describe("readText", () => {
  it.each<[string, Uint8Array, number | null]>([
    ["UTF-8", Buffer.from("a: é"), null],
    ["a real U+FFFD", Buffer.from("a: \uFFFD"), null],
    ["Latin-1", Buffer.from("a: \xe9b", "latin1"), 3],
    ["UTF-16", Buffer.from("\uFEFFa: b", "utf16le"), 0],
  ])("%s", (_, bytes, badByte) => {
    expect(readText(at({ "a.yaml": bytes }).join("a.yaml"))).toMatchObject({ ok: true, badByte });
  });

  it("tells a missing file from a folder", () => {
    const here = at({ "a/b.yaml": "x" });
    expect(readText(here.join("none"))).toMatchObject({ ok: false, reason: "missing" });
    expect(readText(here.join("a"))).toMatchObject({ ok: false, reason: "directory" });
  });
});
