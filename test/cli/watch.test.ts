import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { CLI, Folder, GOOD, kpi } from "../support/cli.ts";

const BROKEN = GOOD.replace("goal: happy-customers", "goal: happy-custmers");
const NONE = /no findings/;
const BROKEN_SHOWN = /happy-custmers/;
/** The same under other names, so that files can stand beside each other. */
function other(text: string, name: string): string {
  return text
    .replaceAll("nps", name)
    .replaceAll("happy-", `${name}-`)
    .replaceAll("Net Promoter Score", `Score ${name}`);
}

/** The line that ends a report, or the sentence that stands in for one. */
const END = /^kpi: (?:.*Ctrl-C ends\.|[A-Z][\s\S]*?table of indicators\.)$/m;

/** Something that never comes is told instead of waited for; far longer than any report takes. */
const PATIENCE_MS = 60_000;

/** A running watch. */
class Watch {
  readonly #child: ChildProcess;
  /** What was printed and not taken yet. */
  #rest = "";
  #wake: () => void = () => {};

  constructor(cwd: string, ...args: readonly string[]) {
    const env: Record<string, string | undefined> = { ...process.env, NO_COLOR: "1" };
    delete env.FORCE_COLOR;
    delete env.GITHUB_ACTIONS;
    const command = [process.execPath, CLI, "check", "--watch", "--as-of", "2026-08-15", ...args];
    // One stream for both, so that notes stand where they were printed.
    const all = ["-c", 'exec "$@" 2>&1', "sh", ...command];
    this.#child = spawn("sh", all, { cwd, env, stdio: ["ignore", "pipe", "inherit"] });
    this.#child.stdout?.setEncoding("utf8").on("data", (chunk) => {
      this.#rest += chunk;
      this.#wake();
    });
    this.#child.once("close", () => this.#wake());
  }

  /** The next whole report; null where there is none yet. */
  #next(): string | null {
    const end = END.exec(this.#rest);
    if (end === null) return null;
    const length = end.index + end[0].length;
    const report = this.#rest.slice(0, length);
    this.#rest = this.#rest.slice(length);
    return report;
  }

  /** Waits for a report that holds this text. */
  async until(text: RegExp): Promise<string> {
    for (;;) {
      const report = this.#next();
      if (report !== null && text.test(report)) return report;
      if (report !== null) continue;
      if (this.#child.exitCode !== null) throw new Error(`The watch ended with ${this.#child.exitCode}: ${this.#rest}`);
      await new Promise<void>((resolve, reject) => {
        const late = () => reject(new Error(`No report with ${text} came; so far: ${this.#rest}`));
        const timer = setTimeout(late, PATIENCE_MS);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  async end(signal: NodeJS.Signals = "SIGINT"): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    const closed = new Promise<number | null>((resolve) => this.#child.once("close", resolve));
    this.#child.kill(signal);
    return closed;
  }
}

const folders: Folder[] = [];
const watches: Watch[] = [];

function watched(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): { folder: Folder; watch: Watch } {
  const folder = new Folder(files);
  folders.push(folder);
  const watch = new Watch(folder.path, ...args);
  watches.push(watch);
  return { folder, watch };
}

afterEach(async () => {
  for (const watch of watches.splice(0)) await watch.end("SIGKILL");
  for (const folder of folders.splice(0)) folder.drop();
});

// A system under load may be late with an event; one that never comes still fails.
describe("kpi check --watch", { retry: 2 }, () => {
  it("shows a finding, shows that it has gone, and ends with 130", async () => {
    const { folder, watch } = watched({ "kpi.yaml": GOOD });
    expect(await watch.until(NONE)).toMatch(/kpi: \d\d:\d\d:\d\d, \d+ ms; watching 1 file, Ctrl-C ends\./);
    folder.write("kpi.yaml", BROKEN);
    expect(await watch.until(BROKEN_SHOWN)).toMatch(/kpi\.yaml:7:\d+ .*error[\s\S]*\^\^\^/);
    folder.write("kpi.yaml", GOOD);
    expect(await watch.until(NONE)).not.toContain("\u001B");
    expect(await watch.end()).toBe(130);
  });

  it("sees files come, go and be replaced, and folders too", async () => {
    const { folder, watch } = watched({ "kpi.yaml": GOOD });
    await watch.until(NONE);
    folder.write("b.kpi.yaml", other(BROKEN, "b"));
    await watch.until(/b-custmers/);
    folder.write("b.tmp", other(GOOD, "b"));
    renameSync(folder.join("b.tmp"), folder.join("b.kpi.yaml"));
    await watch.until(NONE);
    folder.write("b.kpi.yaml", other(BROKEN, "b"));
    await watch.until(/b-custmers/);
    rmSync(folder.join("b.kpi.yaml"));
    await watch.until(NONE);
    mkdirSync(folder.join("kpis/deep/er"), { recursive: true });
    folder.write("kpis/deep/er/c.yaml", other(BROKEN, "c"));
    expect(await watch.until(/c-custmers/)).toContain("watching 2 files");
    folder.write("kpis/deep/er/c.yaml", other(GOOD, "c"));
    await watch.until(NONE);
    folder.write("kpis/deep/er/c.yaml", other(BROKEN, "c"));
    await watch.until(/c-custmers/);
    renameSync(folder.join("kpis"), folder.join("elsewhere"));
    await watch.until(NONE);
    folder.write("kpi.yaml", BROKEN);
    await watch.until(BROKEN_SHOWN);
  });

  it("sees links between files break and mend", async () => {
    const [goals = "", rest = ""] = GOOD.split("metrics:");
    const { folder, watch } = watched({ "goals.kpi.yaml": goals, "rest.kpi.yaml": `version: 1\nmetrics:${rest}` });
    await watch.until(NONE);
    folder.write("goals.kpi.yaml", goals.replace("happy-customers:", "sad-customers:"));
    expect(await watch.until(/ref\/unknown-goal/)).toContain("rest.kpi.yaml:");
    folder.write("goals.kpi.yaml", goals);
    await watch.until(NONE);
  });

  it("sees data files", async () => {
    const text = GOOD.replace(/values: \{.*?\}/, "data: numbers/nps.csv");
    const csv = "date,value\n2026-03-31,64\n2026-06-30,68\n";
    const { folder, watch } = watched({ "kpi.yaml": text, "numbers/nps.csv": csv, "shared/a.yml": other(GOOD, "a") });
    symlinkSync("shared/a.yml", folder.join("a.kpi.yaml"));
    await watch.until(/watching/);
    folder.write("numbers/nps.csv", csv.replace("68", "many"));
    await watch.until(/numbers\/nps\.csv:3:\d+ /);
    folder.write("numbers/nps.csv", csv);
    await watch.until(NONE);
    rmSync(folder.join("numbers"), { recursive: true });
    await watch.until(/ref\/data-file/);
    folder.write("numbers/nps.csv", csv);
    await watch.until(NONE);
  });

  it("sees the file that a link leads to", async () => {
    const folder = new Folder({ "shared/a.yml": GOOD });
    folders.push(folder);
    symlinkSync("shared/a.yml", folder.join("a.kpi.yaml"));
    const watch = new Watch(folder.path);
    watches.push(watch);
    await watch.until(NONE);
    folder.write("shared/a.yml", BROKEN);
    await watch.until(BROKEN_SHOWN);
  });

  it("opens everything anew when the config changes, and waits where it is wrong", async () => {
    const { folder, watch } = watched({ "kpi.yaml": BROKEN });
    await watch.until(BROKEN_SHOWN);
    folder.write("kpi.config.yaml", "version: 1\nextends: ./team.yaml\n");
    await watch.until(/team\.yaml/);
    folder.write("team.yaml", "version: 1\nrules: { ref/unknown-goal: off, relevant/goal-without-kpi: off }\n");
    await watch.until(NONE);
    folder.write("team.yaml", "version: 1\nrules: { ref/unknown-gaol: off }\n");
    await watch.until(/config\/unknown-rule/);
    rmSync(folder.join("kpi.config.yaml"));
    await watch.until(/ref\/unknown-goal/);
    folder.write(".gitignore", "kpi.yaml\n");
    folder.write("kpi.config.yaml", 'version: 1\ninclude: ["none/*.yaml"]\n');
    await watch.until(/There are no KPI files/);
    folder.write("kpi.config.yaml", "version: 1\n");
    await watch.until(BROKEN_SHOWN);
  });

  it("is silent about files that do not concern it", async () => {
    const { folder, watch } = watched({ "kpi.yaml": GOOD, "node_modules/p/x.kpi.yaml": "a: [", "notes.txt": "x" });
    await watch.until(NONE);
    folder.write("notes.txt", "y");
    folder.write("node_modules/p/x.kpi.yaml", "b: [");
    folder.write("other.yaml", "c: [");
    folder.write("kpi.yaml", BROKEN);
    expect(await watch.until(/./)).toMatch(BROKEN_SHOWN);
  });

  it("shows the findings of named paths, in the format that is asked for", async () => {
    const { folder, watch } = watched(
      { "a.kpi.yaml": other(GOOD, "a"), "b.kpi.yaml": other(BROKEN, "b") },
      "--format",
      "json",
      "a.kpi.yaml",
    );
    expect(JSON.parse((await watch.until(/"schemaVersion"/)).split("kpi: ")[0] ?? "").findings).toEqual([]);
    folder.write("a.kpi.yaml", other(BROKEN, "a"));
    const [json = ""] = (await watch.until(/a-custmers/)).split("kpi: ");
    expect(JSON.parse(json).findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain("ref/unknown-goal");
  });

  it("refuses a wrong start and flags that it cannot go with", () => {
    const folder = new Folder({ "kpi.yaml": GOOD });
    const empty = new Folder();
    folders.push(folder, empty);
    expect(kpi(["check", "--watch"], { cwd: empty.path })).toMatchObject({ status: 2, out: "" });
    expect(kpi(["check", "--watch", "nowhere.yaml"], { cwd: folder.path })).toMatchObject({ status: 2, out: "" });
    for (const flags of [["--stdin"], ["--since", "HEAD"], ["--fix"], ["--fix-dry-run"], ["--update-known"]]) {
      expect(kpi(["check", "--watch", ...flags], { cwd: folder.path }), flags[0]).toMatchObject({ status: 2, out: "" });
    }
  });
});
