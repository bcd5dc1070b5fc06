import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { ConfigError } from "../../src/commands/errors.ts";
import { explainEntityCommand } from "../../src/commands/explain/entity.ts";
import { openWorkspace } from "../../src/commands/open.ts";
import { type ProgressOptions, progressCommand } from "../../src/commands/progress.ts";
import { progressOf } from "../../src/progress/progress.ts";
import { explainId } from "../../src/report/explain/explain.ts";
import { jsonExplanations } from "../../src/report/explain/json.ts";
import type { ExplainInput } from "../../src/report/explain/model.ts";
import { prettyExplanations } from "../../src/report/explain/pretty.ts";
import { Folder, GOOD, kpi, ROOT, type Run } from "../support/cli.ts";
import { type InProcessOptions, run } from "../support/in-process.ts";

const folders: Folder[] = [];

function at(files: Readonly<Record<string, string>>): string {
  const folder = new Folder(files);
  folders.push(folder);
  return folder.path;
}

afterEach(() => {
  for (const folder of folders.splice(0)) folder.drop();
});

const COMPANY = `${ROOT}/examples`;
const DAY = "2026-08-15";

function progress(
  ids: readonly string[],
  options: Partial<ProgressOptions> = {},
  where: Partial<InProcessOptions> = {},
): Promise<Run> {
  return run(({ color }, host) => progressCommand(ids, { color, asOf: DAY, ...options }, host), {
    cwd: COMPANY,
    ...where,
  });
}

function explain(
  id: string,
  options: Partial<ProgressOptions> = {},
  where: Partial<InProcessOptions> = {},
): Promise<Run> {
  return run(({ color }, host) => explainEntityCommand(id, { color, asOf: DAY, ...options }, host), {
    cwd: COMPANY,
    ...where,
  });
}

async function idsOf(ids: readonly string[], options: Partial<ProgressOptions> = {}): Promise<readonly string[]> {
  const { out } = await progress(ids, { ...options, format: ["json"] });
  return JSON.parse(out).kpis.map((one: { id: string }) => one.id);
}

/** The statuses that examples/README.md states, by KPI. */
function statedStatuses(): ReadonlyMap<string, string> {
  const rows = readFileSync(`${COMPANY}/README.md`, "utf8").matchAll(/^\| `([a-z0-9-]+)` \|.*\| ([a-z-]+)[^|]*\|$/gm);
  return new Map([...rows].map(([, id = "", status = ""]) => [id, status]));
}

describe("the example company", () => {
  it("has the statuses that its README states", async () => {
    const { status, out, err } = await progress([], { format: ["json"] });
    expect(status).toBe(0);
    expect(err).toBe("");
    const json = JSON.parse(out);
    const stated = statedStatuses();
    expect(stated.size).toBeGreaterThan(15);
    for (const one of json.kpis) expect([one.id, one.status]).toEqual([one.id, stated.get(one.id)]);
    expect(json.summary).toMatchObject({ kpis: 18, stale: 0, drafts: 1, retired: 1 });
  });

  it("lists early warnings first, then every goal, then one summary line", async () => {
    const { out } = await progress([]);
    expect(out).toMatch(/^Early warnings\n✖ missed onboarding-h1 leads enps-2026, which still looks achieved\n/);
    expect(out.indexOf("Grow revenue")).toBeLessThan(out.indexOf("Colleagues settle in"));
    expect(out.trimEnd().split("\n\n").at(-1)).toMatch(
      /^18 KPIs on 15 August 2026: 1 missed, .*1 draft,\s+1 retired$/s,
    );
  });

  it("says what stands beside a row", async () => {
    const { out } = await progress([]);
    expect(out).toContain("guardrail broken: acquisition-cost is 968 EUR, must be at most 950 EUR");
    expect(out).toContain("held in 10 of 11 months, last missed 2026-03, 4 in a row since");
    expect(out).toContain("starts on 1 October 2026");
    const later = await progress([], { asOf: "2026-10-10" });
    expect(later.out).toContain("awaiting the final value for 30 September 2026");
    expect(later.out).toContain("(stale)");
  });

  it("is judged on the chosen day, today by default", async () => {
    const { out } = await progress(["nps-2026"], { asOf: undefined });
    expect(out).toContain("on 15 August 2026");
    expect((await progress(["nps-2026"], { asOf: "2026-03-01" })).out).toContain("on 1 March 2026");
    expect(await progress([], { asOf: "2026-13-01" })).toMatchObject({
      status: 2,
      err: expect.stringMatching(/--as-of wants a day/),
    });
  });
});

describe("filters", () => {
  it.each<[readonly string[], Partial<ProgressOptions>, readonly string[]]>([
    [["nps-2026"], {}, ["nps-2026"]],
    [["strong-team", "nps-2026"], {}, ["enps-2026", "onboarding-h1", "nps-2026"]],
    [["reliable-product"], { status: ["at-risk,missed"] }, ["page-load-h2", "complaints-2026"]],
    [[], { goal: ["happy-customers"], status: ["off-track"] }, ["first-response-q3"]],
    [[], { owner: ["people@example.com, @cfo"] }, ["hosting-cost-2026", "enps-2026", "onboarding-h1"]],
    [[], { tag: ["board"] }, ["revenue-2026", "hosting-cost-2026", "new-customers-q3"]],
    [[], { status: ["missed", "not-started"] }, ["onboarding-h1", "booking-errors-q4"]],
  ])("%o %o", async (ids, options, shown) => {
    expect(await idsOf(ids, options)).toEqual(shown);
  });

  it("by an owner or tag that only goals, metrics or retired KPIs have is no mistake", async () => {
    const text = GOOD.replace(
      'owner: "@cx"',
      'owner: "@cx", state: retired, retired: { on: 2026-08-01, reason: Merged }',
    );
    const cwd = at({ "kpi.yaml": text.replace("unit: points", "unit: points, tags: [survey]") });
    for (const options of [{ owner: ["@ceo"] }, { owner: ["@cx"] }, { tag: ["survey"] }]) {
      const { status, out } = await progress([], options, { cwd });
      expect([status, out]).toEqual([0, expect.stringMatching(/^No active KPI has the (?:owner|tag) /)]);
    }
  });

  it("by an id that may stand in a file which cannot be read names that file, not another id", async () => {
    const cwd = at({ "kpi.yaml": GOOD, "bad.kpi.yaml": "version: 1\ngoals: [\n" });
    const asked = [
      progress(["nps-2025"], {}, { cwd }),
      progress([], { goal: ["happy"] }, { cwd }),
      explain("np", {}, { cwd }),
    ];
    for (const { status, err } of await Promise.all(asked)) {
      expect(status).toBe(2);
      expect(err).toMatch(
        /^kpi: There is no .* in what can be read, but bad\.kpi\.yaml cannot be read whole; run kpi check first\.\n$/,
      );
    }
  });

  it("by nothing matching is a sentence and exit status 0", async () => {
    const people = await progress([], { owner: ["@ceo"], status: ["missed"] });
    expect(people).toMatchObject({ status: 0, out: "No active KPI has the owner @ceo and the status missed.\n" });
    const owner = { owner: ["@ceo"], status: ["missed"] };
    const machine = await progress([], { ...owner, format: ["json"], failOn: "at-risk" });
    expect(machine).toMatchObject({ status: 0, err: "kpi: No active KPI has the owner @ceo and the status missed.\n" });
    expect(JSON.parse(machine.out)).toMatchObject({ kpis: [], goals: [], summary: { kpis: 0 } });
    expect((await progress(["help-articles-q4"])).out).toMatch(/^help-articles-q4 is a draft/);
  });

  it.each<[readonly string[], Partial<ProgressOptions>, RegExp]>([
    [["npss-2026"], {}, /There is no KPI or goal "npss-2026"; did you mean nps-2026\?/],
    [["zzzzzzzzzz"], {}, /There is no KPI or goal "zzzzzzzzzz"; kpi progress without ids shows all\./],
    [["nps"], {}, /"nps" is a metric, and progress is that of KPIs and goals; it is used by nps-2026\./],
    [["keyword-top10"], {}, /"keyword-top10" is a metric, .*; no KPI uses it\./],
    [[], { goal: ["company-grwth"] }, /There is no goal "company-grwth"; did you mean company-growth\?/],
    [[], { owner: ["@cxlead"] }, /There is no owner "@cxlead"; did you mean @cx-lead\?/],
    [
      [],
      { owner: ["@ceo,@nobody-at-all"] },
      /There is no owner "@nobody-at-all"; kpi progress without --owner shows all\./,
    ],
    [[], { tag: ["bord"] }, /There is no tag "bord"; did you mean board\?/],
    [[], { status: ["atrisk"] }, /There is no status "atrisk"; did you mean at-risk\?/],
    [[], { status: ["zzzzzzzz"] }, /There is no status "zzzzzzzz"; write one of achieved, .* and invalid/],
    [[], { failOn: "red" }, /--fail-on wants one of off-track, at-risk, missed, never, not "red"\./],
    [[], { format: ["xml"] }, /There is no format "xml"; write one of pretty, json, csv, markdown/],
    [[], { format: ["json", "csv"] }, /Only one format can go to standard output/],
  ])("%o %o is refused", async (ids, options, message) => {
    const refused = await progress(ids, options);
    expect(refused).toMatchObject({ status: 2, out: "" });
    expect(refused.err).toMatch(message);
  });
});

describe("--fail-on", () => {
  it.each<[string, readonly string[], number]>([
    ["never", [], 0],
    ["off-track", ["first-response-q3"], 1],
    ["off-track", ["onboarding-h1"], 1],
    ["off-track", ["nps-2026"], 0],
    ["off-track", ["new-customers-q3"], 1],
    ["at-risk", ["nps-2026"], 1],
    ["at-risk", ["onboarding-h1"], 1],
    ["at-risk", ["churn-2026", "booking-errors-q4"], 0],
    ["missed", ["onboarding-h1"], 1],
    ["missed", ["first-response-q3", "new-customers-q3"], 0],
  ])("%s with %o gives exit status %i", async (failOn, ids, status) => {
    expect((await progress(ids, { failOn })).status).toBe(status);
  });

  it.each([
    [undefined, 0],
    ["never", 0],
    ["missed", 1],
    ["at-risk", 1],
  ])("%s with a file that cannot be read whole gives exit status %i, and names the file", async (failOn, status) => {
    const cwd = at({ "kpi.yaml": GOOD.replace("target: 75", "target: 64"), "bad.kpi.yaml": "version: 1\ngoals: [\n" });
    const said = /bad\.kpi\.yaml cannot be read whole, so KPIs may be missing; kpi check says what is wrong\./;
    for (const format of ["pretty", "markdown"]) {
      const { status: ended, out } = await progress([], { failOn, format: [format] }, { cwd });
      expect(ended).toBe(status);
      expect(out).toMatch(said);
    }
    const json = await progress([], { failOn, format: ["json"] }, { cwd });
    expect(json.status).toBe(status);
    expect(json.err).toMatch(said);
    expect(JSON.parse(json.out).unread).toEqual(["bad.kpi.yaml"]);
    expect((await progress([], { failOn, format: ["csv"] }, { cwd })).err).toMatch(said);
    expect((await progress([], { failOn, quiet: true }, { cwd })).out).toMatch(said);
  });

  it("counts an invalid definition as the worst", async () => {
    const cwd = at({ "kpi.yaml": GOOD.replace("target: 75", "target: 50") });
    for (const failOn of ["missed", "off-track", "at-risk"]) {
      expect((await progress([], { failOn }, { cwd })).status).toBe(1);
    }
  });
});

describe("output", () => {
  it("goes to several places at once", async () => {
    const cwd = at({ "kpi.yaml": GOOD });
    const { status, out } = await progress(
      [],
      { format: ["pretty", "json:p.json", "csv:p.csv", "markdown:p.md"] },
      { cwd },
    );
    expect(status).toBe(0);
    expect(out).toMatch(/▲ at-risk +nps-2026/);
    expect(JSON.parse(readFileSync(`${cwd}/p.json`, "utf8")).kpis[0].status).toBe("at-risk");
    expect(readFileSync(`${cwd}/p.csv`, "utf8")).toMatch(/^id,title,.*\nnps-2026,/);
    expect(readFileSync(`${cwd}/p.md`, "utf8")).toMatch(/^\*\*1 KPI: 1 at-risk\*\*/);
  });

  it("is coloured where colour is forced, never in files", async () => {
    const cwd = at({ "kpi.yaml": GOOD });
    const where = { cwd, env: { FORCE_COLOR: "1" } };
    const { out } = await progress([], { format: ["pretty", "pretty:p.txt"] }, where);
    expect(out).toContain("\u001b[33m▲ at-risk\u001b[39m");
    expect(readFileSync(`${cwd}/p.txt`, "utf8")).not.toContain("\u001b");
    expect((await progress([], { color: false }, where)).out).not.toContain("\u001b");
  });

  it("is ASCII on a dumb terminal", async () => {
    const { out } = await progress([], {}, { env: { TERM: "dumb" } });
    expect(out).not.toMatch(/[^\n\x20-\x7e]/);
    expect((await explain("nps-2026", {}, { env: { TERM: "dumb" } })).out).not.toMatch(/[^\n\x20-\x7e]/);
  });

  it("with --quiet shows what is bad, and nothing else", async () => {
    const { out } = await progress([], { quiet: true });
    expect(out.match(/^\S+ (?:missed|off-track|at-risk) .*$/gm)).toHaveLength(4);
    expect(out).not.toContain("churn-2026");
    expect((await progress(["churn-2026"], { quiet: true })).out).toBe("");
  });

  it.each(["off-track", "at-risk", "missed"])(
    "with --quiet and --fail-on %s shows exactly what fails",
    async (failOn) => {
      const { out } = await progress([], { quiet: true, failOn });
      const shown = new Set(
        out.match(/^\S+ [a-z-]+(?: \(stale\))? +[a-z0-9-]+/gm)?.map((row) => row.split(/ +/).at(-1)),
      );
      for (const id of await idsOf([]))
        expect([id, shown.has(id) ? 1 : 0]).toEqual([id, (await progress([id], { failOn })).status]);
    },
  );

  it("says on the side that definitions have errors, and runs all the same", async () => {
    const cwd = at({ "kpi.yaml": GOOD, "bad.kpi.yaml": "version: 1\ngoals: [\n" });
    const { status, out, err } = await progress([], {}, { cwd });
    expect(status).toBe(0);
    expect(out).toContain("nps-2026");
    expect(err).toMatch(/^kpi: `kpi check` finds 1 error.* here; figures may be missing\.\n$/);
    expect((await progress([], { quiet: true }, { cwd })).err).toBe("");
  });

  it("of a wrong config are its findings in the chosen format, with exit status 2", async () => {
    const cwd = at({ "kpi.yaml": GOOD, "kpi.config.yaml": "version: 1\nrules: { data/gpa: off }\n" });
    const pretty = await progress([], {}, { cwd });
    expect(pretty.status).toBe(2);
    expect(pretty.out).toContain('There is no rule "data/gpa"');
    const json = await progress([], { format: ["json"] }, { cwd });
    expect(JSON.parse(json.out).findings[0]).toMatchObject({ ruleId: "config/unknown-rule", severity: "error" });
    await expect(progress([], { format: ["csv"] }, { cwd })).rejects.toBeInstanceOf(ConfigError);
    expect(await explain("nps", {}, { cwd })).toMatchObject({ status: 2, out: pretty.out });
  });

  it("needs a file", async () => {
    expect(await progress([], {}, { cwd: at({}) })).toMatchObject({
      status: 2,
      err: expect.stringContaining("There are no KPI files in this folder."),
    });
  });
});

describe("kpi explain ID", () => {
  it.each([
    ["nps-2026", /^nps-2026 {2}KPI\n/],
    ["nps", /^nps {2}metric\n/],
    ["company-growth", /^company-growth {2}goal\n/],
  ])("%s", async (id, head) => {
    const { status, out } = await explain(id);
    expect(status).toBe(0);
    expect(out).toMatch(head);
  });

  it("puts the numbers into the formula and says why the status is what it is", async () => {
    const { out } = await explain("nps-2026");
    expect(out).toContain("(C − O) / (T − O) = (68 − 62) / (75 − 62) = 46.15 %");
    expect(out).toContain("A / E = 46.154 % / 49.589 % = 0.9307");
    expect(out).toContain("at-risk, because 0.75 ≤ the pace 0.9307 < 0.95");
    expect(out).toMatch(/defined in +kpis\/customers\.kpi\.yaml:\d+/);
  });

  it("shows the findings that stand at the entity, with their places from the folder it was started in", async () => {
    const cwd = at({ "kpi.yaml": GOOD.replace("target: 75", "target: 50") });
    const { out } = await explain("nps-2026", {}, { cwd });
    expect(out).toMatch(/✖ error .*\(measurable\/direction-conflict,\s+kpi\.yaml:\d+:\d+\)/s);
  });

  it("shows every entity of one id", async () => {
    const cwd = at({ "kpi.yaml": GOOD.replaceAll("happy-customers", "nps").replace("nps-2026:", "nps:") });
    const { out } = await explain("nps", { format: ["json"] }, { cwd });
    const json = JSON.parse(out);
    expect([json.goals.length, json.metrics.length, json.kpis.length]).toEqual([1, 1, 1]);
    expect((await explain("nps", {}, { cwd })).out.match(/^nps {2}(?:goal|KPI|metric)$/gm)).toHaveLength(3);
  });

  it("gives the same figures as progress", async () => {
    const shown = JSON.parse((await progress(["revenue-2026"], { format: ["json"] })).out).kpis[0];
    const explained = JSON.parse((await explain("revenue-2026", { format: ["json"] })).out).kpis[0];
    expect(explained.progress).toEqual(shown);
    const steps = new Map(explained.calculation.map((one: { step: string; value: unknown }) => [one.step, one.value]));
    expect(steps.get("A attainment")).toBe(shown.attainment);
    expect(steps.get("P plan")).toBe(shown.planned);
    expect(steps.get("pace")).toBe(shown.pace);
    expect(steps.get("status")).toBe(shown.status);
  });

  it.each([
    ["nps-2025", /There is no rule, goal, metric or KPI "nps-2025"; did you mean nps-2026\?/],
    ["gap", /did you mean data\/gap\?/],
    ["zzzzzzzzzzzz", /`kpi progress` lists the KPIs, `kpi rules` the rules\./],
  ])("%s is refused", async (id, message) => {
    const refused = await explain(id);
    expect(refused.status).toBe(2);
    expect(refused.err).toMatch(message);
  });
});

describe.each(["examples", "examples/broken", "examples/odd"])("every id of %s", (folder) => {
  it("has an explanation, and a row in every format, without holes in the sentences", async () => {
    const cwd = `${ROOT}/${folder}`;
    const holes = /\bundefined\b(?!-)|NaN|Infinity|\[object| {2},|\( | \)/;
    for (const format of ["pretty", "csv", "markdown", "json"]) {
      const { status, out } = await progress([], { format: [format] }, { cwd, width: 140 });
      expect(status).toBe(0);
      if (format !== "json") expect(out).not.toMatch(/\bundefined\b(?!-)|NaN|\[object/);
    }
    await run(
      async (options, host) => {
        const { workspace } = await openWorkspace([], options, host);
        const asOf = host.today;
        const input: ExplainInput = {
          workspace,
          progress: progressOf(workspace, asOf),
          asOf,
          findingsOf: () => [],
          smartOf: () => null,
          placeOf: ({ origin }) => origin.file,
          shownFile: (file) => file,
        };
        const ids = new Set([...workspace.goals.keys(), ...workspace.metrics.keys(), ...workspace.kpis.keys()]);
        for (const id of ids) {
          const explanations = explainId(id, input);
          expect(explanations.length, id).toBeGreaterThan(0);
          const text = prettyExplanations(explanations, { colour: false, width: 120, ascii: false });
          expect(text.split("\n").filter((line) => holes.test(line.trim()))).toEqual([]);
          expect(() => JSON.parse(jsonExplanations(explanations, input))).not.toThrow();
        }
        return 0;
      },
      { cwd },
    );
  });
});

describe("as another process", () => {
  const day = ["-C", "examples", "--as-of", DAY];

  it("kpi progress", () => {
    const shown = kpi(["progress", "--goal", "company-growth", "--status", "missed,off-track", ...day]);
    expect(shown).toMatchObject({ status: 0, err: "" });
    expect(shown.out).toMatch(/✖ missed +onboarding-h1/);
    expect(shown.out).toContain("3 of 18 KPIs");
    expect(kpi(["progress", "--fail-on", "off-track", ...day]).status).toBe(1);
    expect(kpi(["progress", "nope-2026", ...day])).toMatchObject({ status: 2, out: "" });
    expect(kpi(["progress", "--help"]).out).toContain("--fail-on <level>");
  });

  it("kpi explain", () => {
    const shown = kpi(["explain", "nps-2026", ...day]);
    expect(shown).toMatchObject({ status: 0, err: "" });
    expect(shown.out).toContain("(68 − 62) / (75 − 62) = 46.15 %");
    expect(JSON.parse(kpi(["explain", "nps", "--format", "json", ...day]).out).metrics).toHaveLength(1);
    expect(kpi(["explain", "data/gap"]).out).toMatch(/^data\/gap\n/);
  });
});
