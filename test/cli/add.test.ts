import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { AddOptions } from "../../src/commands/add/finish.ts";
import { fmtCommand } from "../../src/commands/fmt.ts";
import type { YamlMap } from "../../src/text/yaml.ts";
import { CLI, Folder, GOOD, kpi } from "../support/cli.ts";
import { hostIn } from "../support/host.ts";
import { add, expectCanonical, KPI_FLAGS, read, readAt } from "./add-support.ts";

let folder: Folder | null = null;

function at(files: Record<string, string | Uint8Array> = {}): Folder {
  folder = new Folder(files);
  return folder;
}

afterEach(() => {
  folder?.drop();
  folder = null;
});

describe("kpi add with flags", () => {
  it("creates a file that kpi fmt leaves alone", async () => {
    const home = at();
    expect((await add(home, ["goal", "happy-customers"], { title: "Customers stay", owner: "@ceo" })).status).toBe(0);
    const metric = { title: "Net Promoter Score", unit: "points", sourceSystem: "survey", cadence: "quarterly" };
    expect((await add(home, ["metric", "nps"], metric)).status).toBe(0);
    const { status, out } = await add(home, ["kpi", "nps-2026"], {
      ...KPI_FLAGS,
      review: "quarterly",
      type: "lagging",
    });
    expect(status).toBe(0);
    expect(out).toMatch(/^Added KPI nps-2026 to kpi\.yaml \(line 17\)\.\n\nSMART\nnps-2026 {2}S ⚠ {2}M ⚠/);
    expect(out).toMatch(/To make it SMARTer:\n {2}⚠ .*specific\/definition-missing/s);
    expect(out).toMatch(/Next: kpi record nps 62\n {6}kpi progress nps-2026\n$/);
    expect(read(home)).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=https://raw.githubusercontent.com/kpi-as-code/kpi-as-code/main/schemas/v1/kpi.schema.json
      version: 1

      goals:
        happy-customers:
          title: Customers stay
          owner: "@ceo"

      metrics:
        nps:
          title: Net Promoter Score
          unit: points
          cadence: quarterly
          source: { system: survey, how: manual }

      kpis:
        nps-2026:
          title: Net Promoter Score of 75 in 2026
          goal: happy-customers
          metric: nps
          timeframe: 2026
          target: 75
          owner: "@cx-lead"
          baseline: 62
          type: lagging
          review: { every: quarterly }
      "
    `);
    const host = hostIn(home.path);
    expect(await fmtCommand([], { color: true, check: true }, host)).toBe(0);
    expect(host.seen.out).toBe("");
  });

  it("names everything that is missing at once", async () => {
    const { status, notes } = await add(at({ "kpi.yaml": GOOD }), ["kpi"], { title: "Answer faster", metric: "nps" });
    expect(status).toBe(2);
    expect(notes).toMatch(/^kpi: This KPI still needs --target, --goal, --timeframe and --owner; with --draft a title/);
    expect(notes).toContain('\n  kpi add kpi --title "Net Promoter Score of 75');
    expect(read(folder as Folder)).toBe(GOOD);
  });

  it("names everything that is wrong at once, in the words of kpi check", async () => {
    const home = at({ "kpi.yaml": GOOD });
    const wrong = {
      title: "x",
      goal: "happy",
      metric: "npss",
      target: "75%",
      timeframe: "Q3",
      owner: "ana",
      review: "often",
    };
    const { status, notes } = await add(home, ["kpi", "NPS 2026"], wrong);
    expect(status).toBe(2);
    expect(notes.trimEnd().split("\n")).toEqual([
      'kpi: "NPS 2026" is no id: an id is lower-case letters and digits in words joined by hyphens. Write nps-2026.',
      "kpi: --title: `title` has 1 character: write 3 to 250.",
      'kpi: --metric: There is no metric "npss"; did you mean nps? Or add it with kpi add metric.',
      expect.stringMatching(/^kpi: --target: `target` says "75%"/),
      expect.stringMatching(/^kpi: --goal: There is no goal "happy"/),
      'kpi: --timeframe: `timeframe` says "Q3" without a year: write it in full, such as 2026-Q3.',
      'kpi: --review: `every` is "often": write daily, weekly, biweekly, monthly, quarterly or yearly.',
      'kpi: --owner: `owner`: write a person as "@ana" or a team as team:ana.',
    ]);
    expect(read(home)).toBe(GOOD);
  });

  it("asks to mend a file that cannot be read before anything is called unknown", async () => {
    const home = at({ "kpi.yaml": GOOD, "bad.kpi.yaml": "version: 1\ngoals: [\n" });
    const { status, notes } = await add(home, ["kpi"], { title: "Answer faster", metric: "npss" });
    expect(status).toBe(2);
    expect(notes).toMatch(
      /--metric: There is no metric "npss" in what can be read, but bad\.kpi\.yaml cannot be read whole; run kpi check first\./,
    );
  });

  it.each([
    [["kpi", "nps-2026"], 'There is a KPI "nps-2026" already, in kpi.yaml:7; choose another id such as nps-2026-2'],
    [["goal", "happy-customers"], 'There is a goal "happy-customers" already, in kpi.yaml:3'],
    [["metric", "a".repeat(65)], "65 characters: write at most 64"],
  ] as const)("refuses the id %j", async (what, message) => {
    const { status, notes } = await add(at({ "kpi.yaml": GOOD }), what, { title: "Something else", owner: "@a" });
    expect(status).toBe(2);
    expect(notes).toContain(message);
  });

  it("takes an id from the title, cut at a word, that no other has", async () => {
    const home = at({ "kpi.yaml": GOOD });
    const title = "Größere Zufriedenheit of all customers in all regions, measured quarterly by survey";
    await add(home, ["goal"], { title, owner: "@a" });
    await add(home, ["goal"], { title, owner: "@a" });
    await add(home, ["goal"], { title: "🎯🎯🎯", owner: "@a" });
    expect(Object.keys(readAt(read(home), "goals") as YamlMap)).toEqual([
      "happy-customers",
      "gro-ere-zufriedenheit-of-all-customers-in-all-regions-measured",
      "gro-ere-zufriedenheit-of-all-customers-in-all-regions-measured-2",
      "goal",
    ]);
  });

  it("needs a title only for a draft", async () => {
    const home = at({ "kpi.yaml": GOOD });
    const { status, out } = await add(home, ["kpi"], { title: "Answer faster", draft: true });
    expect(status).toBe(0);
    expect(readAt(read(home), "kpis", "answer-faster")).toEqual({ title: "Answer faster", state: "draft" });
    expect(out).not.toContain("SMART\n");
    expect(out).toMatch(/Next: kpi explain answer-faster\n$/);
  });

  it("takes proposals with --yes", async () => {
    const home = at({ "kpi.yaml": GOOD });
    const { status } = await add(home, ["kpi"], { title: "Reach 80", target: "+10%", yes: true });
    expect(status).toBe(0);
    expect(readAt(read(home), "kpis", "reach-80")).toEqual({
      title: "Reach 80",
      goal: "happy-customers",
      metric: "nps",
      timeframe: 2026,
      target: "+10%",
      owner: "@ceo",
      baseline: { value: 68, date: "2026-06-30" },
      review: { every: "quarterly" },
    });
  });

  it.each<[flags: Partial<AddOptions>, key: string, value: unknown]>([
    [{ target: "{max: 90, min: 70}" }, "target", { min: 70, max: 90 }],
    [{ target: "+25%" }, "target", "+25%"],
    [{ target: "1e3" }, "target", 1000],
    [{ timeframe: "{ every: monthly, start: 2026-01-01 }" }, "timeframe", { every: "monthly", start: "2026-01-01" }],
    [{ timeframe: "FY2026-Q2" }, "timeframe", "FY2026-Q2"],
    [{ baseline: "{ value: 62, date: 2025-12-31 }" }, "baseline", { value: 62, date: "2025-12-31" }],
    [{ owner: "'team:cx'" }, "owner", "team:cx"],
    [{ type: "leading, output" }, "type", ["leading", "output"]],
  ])("reads %j as YAML does", async (flags, key, value) => {
    const home = at({ "kpi.yaml": GOOD });
    expect((await add(home, ["kpi", "k"], { ...KPI_FLAGS, ...flags })).status).toBe(0);
    expect(readAt(read(home), "kpis", "k", key)).toEqual(value);
  });

  it.each([
    ["+10", /YAML reads as 10/],
    [">= 99.9", /a target that must hold is written { min: 99.9 }/],
    ["1,200", /write 1200 without separators/],
    ["75 # of 100", /a target is a number such as 75/],
    ["{ min: 3, max: 1 }", /no value lies inside its range/],
    ["50", /--baseline: This cannot be judged: its target lies on the worse side/],
  ])("refuses the target %s", async (target, message) => {
    const { status, notes } = await add(at({ "kpi.yaml": GOOD }), ["kpi", "k"], { ...KPI_FLAGS, target });
    expect(status).toBe(2);
    expect(notes).toMatch(message);
  });

  it("writes nothing that kpi check would call an error, and shows it", async () => {
    const home = at({ "kpi.yaml": GOOD });
    const flags = { ...KPI_FLAGS, title: "TBD by the board", baseline: undefined, target: "200%".replace("%", "") };
    const { status, out, notes } = await add(home, ["kpi", "k"], flags);
    expect(status).toBe(2);
    expect(out).toMatch(/^kpi\.yaml:\d+:12 {2}✖ error .*specific\/placeholder/s);
    expect(notes).toMatch(/^kpi: Nothing was added: KPI k would bring 1 error; .* --draft/);
    expect(read(home)).toBe(GOOD);
  });

  it("is not kept from adding by what is wrong already, or by levels that a team has raised", async () => {
    const files = {
      "kpi.yaml": `${GOOD}tipo: 1\n`,
      "kpi.config.yaml": "version: 1\nextends: strict\n",
    };
    const { status, out } = await add(at(files), ["goal", "g"], { title: "Grow", owner: "@a" });
    expect(status).toBe(0);
    expect(out).toContain("✖ Nothing measures this goal");
  });

  it("prints a diff with --dry-run, and writes nothing", async () => {
    const home = at({ "kpi.yaml": GOOD });
    const { status, out } = await add(home, ["kpi"], { title: "Answer faster", draft: true, dryRun: true });
    expect(status).toBe(0);
    expect(out).toContain("--- a/kpi.yaml\n+++ b/kpi.yaml\n@@ ");
    expect(out).toContain("\n+  answer-faster:\n+    title: Answer faster\n+    state: draft\n");
    expect(read(home)).toBe(GOOD);
    await add(home, ["goal"], { title: "Grow", owner: "@a", file: "new.kpi.yaml", dryRun: true });
    expect(readdirSync(home.path)).toEqual(["kpi.yaml"]);
  });

  it("tells programs what was added", async () => {
    const home = at({ "kpi.yaml": GOOD });
    const { out } = await add(home, ["kpi", "nps-q4"], { ...KPI_FLAGS, timeframe: "2026-Q4", format: ["json"] });
    const result = JSON.parse(out);
    expect(Object.keys(result)).toEqual(["schemaVersion", "written", "added", "findings", "smart", "diff"]);
    expect(result).toMatchObject({
      schemaVersion: 1,
      written: true,
      added: [{ kind: "kpi", id: "nps-q4", file: "kpi.yaml", line: 9 }],
      smart: [{ kpi: "nps-q4", achievable: "pass" }],
      diff: null,
    });
    expect(result.findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain("timely/review-missing");
    const refused = await add(home, ["kpi"], { ...KPI_FLAGS, title: "To be determined", format: ["json"] });
    expect(refused.status).toBe(2);
    expect(JSON.parse(refused.out)).toMatchObject({ written: false, smart: [{ specific: "fail" }] });
    expect(JSON.parse(refused.out).findings[0].ruleId).toBe("specific/placeholder");
  });

  it("says nothing with --quiet where all is well", async () => {
    const { status, out, notes } = await add(at(), ["goal"], { title: "Grow", owner: "@a", quiet: true });
    expect({ status, out, notes }).toEqual({ status: 0, out: "", notes: "" });
  });
});

describe("the command line", () => {
  it("adds a KPI in a script", () => {
    const home = at({ "kpi.yaml": GOOD });
    const flags = ["--title", "Net Promoter Score of 80", "--goal", "happy-customers", "--metric", "nps"];
    const more = ["--owner", "@cx", "--timeframe", "2026-Q4", "--target", "+10%", "--baseline", "68"];
    const run = kpi(["add", "kpi", "nps-q4", ...flags, ...more, "--as-of", "2026-08-15"], { cwd: home.path });
    expect(run).toMatchObject({ status: 0, err: "" });
    expect(run.out).toMatch(/^Added KPI nps-q4 to kpi\.yaml \(line 9\)\.\n/);
    expect(kpi(["check", "--as-of", "2026-08-15"], { cwd: home.path }).status).toBe(0);
  });

  it("says what is missing, and how it is written", () => {
    const home = at();
    const run = kpi(["add", "metric"], { cwd: home.path });
    expect(run).toMatchObject({ status: 2, out: "" });
    expect(run.err).toContain("needs --title. On a terminal kpi add metric asks for them");
    expect(run.err).toContain('\n  kpi add metric --title "Net Promoter Score"\n');
    expect(kpi(["add", "kpi", "--unit", "x"], { cwd: home.path }).err).toContain("unknown option '--unit'");
    expect(kpi(["add", "kpis"], { cwd: home.path }).err).toContain("Did you mean kpi?");
    expect(readdirSync(home.path)).toEqual([]);
  });

  it("loses nothing where several add at once", async () => {
    const home = at();
    const ids = ["a", "b", "c", "d"];
    const runs = ids.map(
      (id) =>
        new Promise<number | null>((resolve) => {
          const args = [CLI, "add", "goal", id, "--title", `Goal ${id}`, "--owner", "@a", "--quiet"];
          spawn(process.execPath, args, { cwd: home.path, stdio: "ignore" }).once("exit", resolve);
        }),
    );
    expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
    expect(Object.keys(readAt(read(home), "goals") as YamlMap).sort()).toEqual(ids);
    expectCanonical(read(home));
    expect(existsSync(home.join("kpi.yaml.lock"))).toBe(false);
  });
});
