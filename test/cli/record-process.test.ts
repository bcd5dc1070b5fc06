/** `kpi record` as a user runs it: other processes, a real terminal. */

import { spawn, spawnSync } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { CLI, Folder, kpi } from "../support/cli.ts";
import { definition, everything, ROWS, textIn } from "../support/record.ts";

const AS_OF = ["--as-of", "2026-08-15"];

let home: Folder;

afterEach(() => home.drop());

describe("negative values on the command line", () => {
  const cases: readonly (readonly [metric: string, args: readonly string[], row: string])[] = [
    ["unit: EUR", ["-3.5"], "-3.5"],
    ["unit: EUR", ["-.5"], "-0.5"],
    ["unit: EUR", ["-3.", "--date", "2026-07"], "-3"],
    ["unit: EUR", ["-1E3", "--quiet"], "-1000"],
    ["unit: EUR", ["--quiet", "--", "-7"], "-7"],
    ["aggregation: ratio", ["-12/40", "--date", "2026-07"], "-12,40"],
    ["aggregation: ratio", ["--date=2026-07", "-12/40"], "-12,40"],
  ];
  it.each(cases)("with %s: %j", (metric, args, row) => {
    home = new Folder({ "kpi.yaml": definition(metric) });
    expect(kpi(["record", "m", ...args, ...(args.includes("--") ? [] : AS_OF)], { cwd: home.path })).toMatchObject({
      status: 0,
      err: "",
    });
    expect(textIn(home, "data/m.csv").split("\n")[1]).toMatch(new RegExp(`^20\\d\\d-[\\d-]+,${row}$`));
  });

  it("gets the advice that other spellings of numbers get", () => {
    home = new Folder({ "kpi.yaml": definition("unit: EUR") });
    const run = kpi(["record", "m", "-1,200", ...AS_OF], { cwd: home.path });
    expect(run).toEqual({ status: 2, out: "", err: 'kpi: "-1,200" is no plain number; write -1200.\n' });
  });

  it("leaves unknown flags and arguments too many what they are", () => {
    home = new Folder({ "kpi.yaml": definition("unit: EUR") });
    const run = (...args: readonly string[]): string => kpi(["record", "m", ...args], { cwd: home.path }).err;
    expect(run("-3.5", "--dat", "2026-07")).toMatch(/unknown option '--dat'\n\(Did you mean --date\?\)/);
    expect(run("--dat", "-3.5")).toMatch(/unknown option '--dat'/);
    expect(run("-3%", "5")).toMatch(/[Tt]oo many arguments/);
    expect(run("-3%", "-x")).toMatch(/unknown option '-x'/);
    expect(run()).toMatch(/missing required argument 'value'/);
    expect(kpi(["record", "m", "5", "--note", "-5% less", ...AS_OF], { cwd: home.path }).status).toBe(0);
    expect(textIn(home, "data/m.csv")).toBe("date,value,note\n2026-08-15,5,-5% less\n");
  });
});

describe("several processes at once", () => {
  function start(args: readonly string[]): Promise<number | null> {
    const child = spawn(process.execPath, [CLI, "record", "m", ...args, "--quiet"], {
      cwd: home.path,
      stdio: "inherit",
    });
    return new Promise((resolve) => child.once("close", resolve));
  }

  const months = ["01", "02", "03", "04", "05", "06", "07", "08"];

  const files: readonly (readonly [what: string, yaml: string, rows: Record<string, string>])[] = [
    ["a data file", definition("unit: EUR"), { "data/m.csv": "date,value\n2025-12,0\n" }],
    ["a data file that none has made yet", definition("unit: EUR"), {}],
    ["inline values", definition("values: { 2025-12: 0 }"), {}],
  ];
  it.each(files)("lose nothing of %s", async (_, yaml, before) => {
    home = new Folder({ "kpi.yaml": yaml, ...before });
    const statuses = await Promise.all(months.map((month) => start([month, "--date", `2026-${month}`, ...AS_OF])));
    expect(statuses).toEqual(months.map(() => 0));
    const { "kpi.yaml": definitions, "data/m.csv": rows, ...others } = everything(home);
    expect(others).toEqual({});
    const lines = months.map((month) => `2026-${month},${month}\n`).join("");
    const entries = months.map((month) => `, 2026-${month}: ${month}`).join("");
    if (rows === undefined) expect(definitions).toBe(definition(`values: { 2025-12: 0${entries} }`));
    else expect(rows).toBe(`date,value\n${before["data/m.csv"] === undefined ? "" : "2025-12,0\n"}${lines}`);
  });

  it("let one of two values for a day pass", async () => {
    home = new Folder({ "kpi.yaml": definition("unit: EUR"), "data/m.csv": ROWS });
    const runs = ["1", "2"].map((value) => start([value, ...AS_OF]));
    expect((await Promise.all(runs)).sort()).toEqual([0, 2]);
    expect(textIn(home, "data/m.csv")).toMatch(new RegExp(`^${ROWS}2026-08-15,[12]\n$`));
  });
});

/** Only that of util-linux runs a command with a terminal and tells its exit status. */
const SCRIPT = "script";
const hasScript = /util-linux/.test(spawnSync(SCRIPT, ["--version"], { encoding: "utf8" }).stdout ?? "");
if (!hasScript) console.warn("Questions on a terminal are not tested: there is no `script` of util-linux.");

describe.skipIf(!hasScript)("on a terminal", () => {
  const QUARTER = definition("cadence: quarterly", ["timeframe: 2026-Q2, baseline: 62, target: 75"]);

  /** Types these keys when the question stands, and gives the exit status and what was shown. */
  function asked(keys: string, env: Record<string, string> = {}): Promise<{ status: number | null; shown: string }> {
    const command = [process.execPath, CLI, "record", "m", "71", ...AS_OF].map((word) => `'${word}'`).join(" ");
    const { CI: _, ...outer } = process.env;
    const child = spawn(SCRIPT, ["-qec", command, "/dev/null"], { cwd: home.path, env: { ...outer, ...env } });
    let shown = "";
    let isTyped = false;
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      shown += chunk;
      if (isTyped || !shown.includes("Another day or period")) return;
      isTyped = true;
      child.stdin.write(keys);
    });
    return new Promise((resolve) => child.once("close", (status) => resolve({ status, shown })));
  }

  it("takes the proposed day with Enter", async () => {
    home = new Folder({ "kpi.yaml": QUARTER });
    const { status, shown } = await asked("\r");
    expect(status).toBe(0);
    expect(shown).toContain("Which day is this value of m for?");
    expect(textIn(home, "data/m.csv")).toBe("date,value\n2026-06-30,71\n");
  });

  it("takes another day with the arrow keys", async () => {
    home = new Folder({ "kpi.yaml": QUARTER });
    expect((await asked("\u001b[B\r")).status).toBe(0);
    expect(textIn(home, "data/m.csv")).toBe("date,value\n2026-08-15,71\n");
  });

  it.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D", "\u0004"],
  ])("ends with 130 at %s and writes nothing", async (_, key) => {
    home = new Folder({ "kpi.yaml": QUARTER });
    const { status, shown } = await asked(key);
    expect(status).toBe(130);
    expect(shown).toContain("Nothing was recorded.");
    expect(everything(home)).toEqual({ "kpi.yaml": QUARTER });
  });

  it("asks nothing in a build", async () => {
    home = new Folder({ "kpi.yaml": QUARTER });
    const { status, shown } = await asked("", { CI: "true" });
    expect(status).toBe(0);
    expect(shown).toContain("Dated 2026-06-30");
  });
});
