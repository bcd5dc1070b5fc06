import { execFileSync } from "node:child_process";
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { type FmtOptions, fmtCommand } from "../../src/commands/fmt.ts";
import { Folder } from "../support/cli.ts";
import { hostIn } from "../support/host.ts";

let folder: Folder | null = null;

function at(files: Record<string, string | Uint8Array>): Folder {
  folder = new Folder(files);
  return folder;
}

afterEach(() => {
  folder?.drop();
  folder = null;
});

interface Run {
  readonly status: number;
  readonly out: string;
  readonly notes: string;
}

async function fmt(
  home: Folder,
  paths: readonly string[] = [],
  options: Partial<FmtOptions> = {},
  within = "",
): Promise<Run> {
  const host = hostIn(home.join(within));
  const status = await fmtCommand(paths, { color: true, ...options }, host);
  return { status, out: host.seen.out, notes: host.seen.notes };
}

const MESSY = "kpis:\n    k:\n        target: 75   # of 100\n        title: Reach 75\nversion: 1\n";
const NEAT = "version: 1\n\nkpis:\n  k:\n    title: Reach 75\n    target: 75 # of 100\n";

describe("kpi fmt", () => {
  it("writes files in their canonical form and names those it changed", async () => {
    const home = at({
      "kpi.yaml": NEAT,
      "kpis/a.yaml": MESSY,
      "b.kpi.yaml": MESSY.replaceAll("\n", "\r\n"),
      "other.yaml": MESSY,
    });
    const before = statSync(home.join("kpi.yaml")).mtimeMs;
    const run = await fmt(home);
    expect(run).toEqual({ status: 0, out: "b.kpi.yaml\nkpis/a.yaml\n", notes: "Formatted 2 of 3 files.\n" });
    expect(readFileSync(home.join("kpis/a.yaml"), "utf8")).toBe(NEAT);
    expect(readFileSync(home.join("b.kpi.yaml"), "utf8")).toBe(NEAT.replaceAll("\n", "\r\n"));
    expect(readFileSync(home.join("other.yaml"), "utf8")).toBe(MESSY);
    expect(statSync(home.join("kpi.yaml")).mtimeMs).toBe(before);
    expect(await fmt(home)).toEqual({ status: 0, out: "", notes: "3 files, nothing to format.\n" });
  });

  it("--check lists what would change, writes nothing and exits with 1", async () => {
    const home = at({ "kpi.yaml": NEAT, "b.kpi.yaml": MESSY });
    expect(await fmt(home, [], { check: true })).toEqual({
      status: 1,
      out: "b.kpi.yaml\n",
      notes: "1 of 2 files would change; run kpi fmt without --check.\n",
    });
    expect(readFileSync(home.join("b.kpi.yaml"), "utf8")).toBe(MESSY);
    expect((await fmt(home, ["kpi.yaml"], { check: true })).status).toBe(0);
  });

  it("formats only the named files and folders", async () => {
    const home = at({ "kpi.yaml": MESSY, "kpis/a.yaml": MESSY, "kpis/b/c.yaml": MESSY });
    expect((await fmt(home, ["kpis/b", "kpi.yaml"])).out).toBe("kpi.yaml\nkpis/b/c.yaml\n");
    expect(readFileSync(home.join("kpis/a.yaml"), "utf8")).toBe(MESSY);
  });

  it("names files from the folder it was started in", async () => {
    const home = at({ "kpi.config.yaml": "version: 1\n", "kpis/a.yaml": MESSY });
    execFileSync("git", ["init", "-q", home.path]);
    expect((await fmt(home, [], { check: true }, "kpis")).out).toBe("../kpis/a.yaml\n");
  });

  it("heeds the config's files", async () => {
    const home = at({
      "kpi.config.yaml": 'version: 1\nexclude: ["old/**"]\n',
      "kpi.yaml": MESSY,
      "old/a.kpi.yaml": MESSY,
    });
    expect((await fmt(home)).out).toBe("kpi.yaml\n");
    home.write("kpi.config.yaml", "version: 1\nexlude: []\n");
    await expect(fmt(home)).rejects.toThrow(/kpi\.config\.yaml:2:1 .*exlude/);
  });

  it("leaves a file with YAML errors alone, says where, and exits with 1", async () => {
    const home = at({ "kpi.yaml": "version: 1\ngoals:\n  g: [1\n", "b.kpi.yaml": MESSY, "c.kpi.yaml": "a: 1\na: 2\n" });
    const run = await fmt(home);
    expect(run.status).toBe(1);
    expect(run.out).toBe("b.kpi.yaml\n");
    expect(run.notes).toMatch(/^kpi: kpi\.yaml:3:6 is left as it is\. This "\[" is never closed; add a "\]"\.$/m);
    expect(run.notes).toMatch(/^kpi: c\.kpi\.yaml:2:1 is left as it is\. The key "a" stands twice/m);
    expect(readFileSync(home.join("kpi.yaml"), "utf8")).toBe("version: 1\ngoals:\n  g: [1\n");
  });

  it("leaves a file alone that is not UTF-8", async () => {
    const bytes = Uint8Array.from([
      ...Buffer.from("version:  1\ngoals:\n  g: { title: Caf"),
      0xe9,
      ...Buffer.from(" }\n"),
    ]);
    const home = at({ "kpi.yaml": bytes });
    const run = await fmt(home);
    expect(run).toMatchObject({ status: 1, out: "" });
    expect(run.notes).toContain("kpi: kpi.yaml:3:18 is left as it is. It is not UTF-8; save it as UTF-8.");
    expect(new Uint8Array(readFileSync(home.join("kpi.yaml")))).toEqual(bytes);
  });

  it("formats files whose shape is wrong, for their YAML is right", async () => {
    const home = at({ "kpi.yaml": "goals:\n   g: {ownr: x, title: 1}\nversion:  7\n" });
    expect((await fmt(home)).status).toBe(0);
    expect(readFileSync(home.join("kpi.yaml"), "utf8")).toBe("version: 7\n\ngoals:\n  g: { title: 1, ownr: x }\n");
  });

  it("writes through a link, and keeps the mode of a file", async () => {
    const home = at({ "real/a.yaml": MESSY });
    chmodSync(home.join("real/a.yaml"), 0o640);
    symlinkSync("real/a.yaml", home.join("kpi.yaml"));
    expect((await fmt(home)).out).toBe("kpi.yaml\n");
    expect(lstatSync(home.join("kpi.yaml")).isSymbolicLink()).toBe(true);
    expect(readFileSync(home.join("real/a.yaml"), "utf8")).toBe(NEAT);
    expect(statSync(home.join("real/a.yaml")).mode & 0o777).toBe(0o640);
  });

  it.skipIf(process.getuid?.() === 0)("exits with 2 where a file may not be read", async () => {
    const home = at({ "kpi.yaml": MESSY, "a.kpi.yaml": NEAT });
    chmodSync(home.join("a.kpi.yaml"), 0);
    const run = await fmt(home);
    expect(run).toMatchObject({ status: 2, out: "kpi.yaml\n" });
    expect(run.notes).toContain("kpi: a.kpi.yaml cannot be read: you may not read it.");
  });

  it("--quiet says only what fails", async () => {
    const home = at({ "kpi.yaml": MESSY, "a.kpi.yaml": "a: [" });
    const run = await fmt(home, [], { quiet: true });
    expect(run.out).toBe("kpi.yaml\n");
    expect(run.notes.split("\n")).toHaveLength(2);
  });

  it("says so where there is nothing to format", async () => {
    const home = at({ "readme.md": "x" });
    await expect(fmt(home)).rejects.toThrow("There are no KPI files in this folder.");
    await expect(fmt(home, ["nowhere"])).rejects.toThrow('There is no file or folder "nowhere".');
  });

  it("prints names that hold escape sequences harmlessly", async () => {
    const home = at({ "\u001b[2Ja.kpi.yaml": MESSY });
    expect((await fmt(home)).out).toBe("␛[2Ja.kpi.yaml\n");
  });
});
