import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { Folder } from "../support/cli.ts";
import { everything, textIn } from "../support/record.ts";
import { BREAK_OFF, ENTER, person } from "./add-script.ts";
import { expectCanonical } from "./add-support.ts";
import { broken, checked, importing } from "./import-support.ts";

let folder: Folder | null = null;

function at(files: Record<string, string | Uint8Array> = {}): Folder {
  folder = new Folder(files);
  return folder;
}

afterEach(() => {
  folder?.drop();
  folder = null;
});

const CSV = `Indicator name,Objective,Unit,Baseline 2024,Target 2026,2024,2025,Owner,Remarks
Customer satisfaction,Happy customers,%,80,at or above 95%,80,84,team:cx,x
Resolution time,Happy customers,days,7,below 5 days,7,6.5,team:cx,
Undecided,Happy customers,,,to be determined,,,team:cx,
Plain metric,,visits,,,5,6,,
`;

describe("kpi import of a table", () => {
  it("writes definitions, data files and a report", async () => {
    const home = at({ "indicators.csv": CSV });
    const { status, out } = await importing(home, "indicators.csv");
    expect(status).toBe(0);
    expect(out).toBe(
      `Columns:
  title         "Indicator name"
  unit          "Unit"
  target        "Target 2026"
  baseline      "Baseline 2024"
  values        "2024", "2025"
  owner         "Owner"
  goal          "Objective"
  left out      no field is known for "Remarks"; name one with --map "field=column"

Not understood, and kept beside drafts or left open:
  line 4 (Undecided): target "to be determined": it is not decided yet.

Read like this:
  line 3 (Resolution time): target "below 5 days": "below" is read with its bound: the bound itself
    counts as met here.

Wrote kpis/indicators.kpi.yaml: 1 goal, 4 metrics, 3 KPIs (1 draft), and 3 data files. 1 thing not
understood.
1 draft: it has a target that was not understood.
kpi check says: 6 warnings, 7 infos.
Next: kpi check kpis/indicators.kpi.yaml
`.replace("not\nunderstood", "not understood"),
    );
    expectCanonical(textIn(home, "kpis/indicators.kpi.yaml"));
    expect(textIn(home, "kpis/data/resolution-time.csv")).toBe("date,value\n2024,7\n2025,6.5\n");
    expect(textIn(home, "kpis/indicators.kpi.yaml")).toContain("# Imported from indicators.csv by kpi import.\n");
    const { findings, summary } = await checked(home);
    expect(broken({ findings, summary })).toEqual([]);
    expect(out).toContain(`kpi check says: ${summary.warnings} warnings, ${summary.infos} infos.`);
  });

  it("says the same as JSON", async () => {
    const home = at({ "indicators.csv": CSV });
    const { out } = await importing(home, "indicators.csv", { format: ["json"] });
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      written: true,
      file: "kpis/indicators.kpi.yaml",
      dataFiles: 3,
      created: { goals: 1, metrics: 4, kpis: 3, drafts: 1, notUnderstood: 1 },
      leftOutColumns: ["Remarks"],
      remarks: [
        { kind: "note", place: "line 3", field: "target" },
        { kind: "not-understood", place: "line 4", subject: "Undecided", field: "target", text: "to be determined" },
      ],
      draftCauses: [{ lack: "target-text", drafts: 1, flag: null }],
      findings: { errors: 0 },
      diff: null,
    });
  });

  it("shows what it would write, and writes nothing", async () => {
    const home = at({ "indicators.csv": CSV });
    const { status, out } = await importing(home, "indicators.csv", { dryRun: true });
    expect(status).toBe(0);
    expect(out).toContain("+++ b/kpis/data/resolution-time.csv\n");
    expect(out).toContain("Would write kpis/indicators.kpi.yaml: ");
    expect(Object.keys(everything(home))).toEqual(["indicators.csv"]);
  });

  it("a second time finds everything there; a changed file is refused and nothing is touched", async () => {
    const home = at({ "indicators.csv": CSV });
    await importing(home, "indicators.csv");
    const before = everything(home);
    expect((await importing(home, "indicators.csv")).out).toContain(
      "Nothing new: there already is kpis/indicators.kpi.yaml",
    );
    expect(everything(home)).toEqual(before);
    home.write("indicators.csv", CSV.replace("84", "85"));
    const { status, err } = await importing(home, "indicators.csv");
    expect(status).toBe(2);
    expect(err).toContain(
      "kpis/data/customer-satisfaction.csv is there already with other content, and nothing is overwritten",
    );
    expect(everything(home)).toEqual({ ...before, "indicators.csv": CSV.replace("84", "85") });
  });

  it("writes all or nothing", async () => {
    const home = at({ "indicators.csv": CSV, "kpis/data": "a file where a folder should be" });
    const { status, err } = await importing(home, "indicators.csv");
    expect(status).toBe(2);
    expect(err).toMatch(/Nothing was written|is there already/);
    expect(Object.keys(everything(home)).sort()).toEqual(["indicators.csv", "kpis/data"]);
  });

  it("gives ids that no other file has", async () => {
    const home = at({
      "indicators.csv": CSV,
      "kpi.yaml":
        'version: 1\ngoals:\n  happy: { title: Happy customers, owner: "@ceo" }\nmetrics:\n  resolution-time: { title: Time, values: { 2025: 1 } }\n',
    });
    await importing(home, "indicators.csv");
    const text = textIn(home, "kpis/indicators.kpi.yaml");
    expect(text).toContain("  resolution-time-2:\n");
    expect(text).toContain("    goal: happy\n");
    expect(text).not.toContain("goals:");
    expect(broken(await checked(home))).toEqual([]);
  });

  it("takes flags for what the table does not say", async () => {
    const home = at({ "list.csv": "What,How much,Who\nVisits,75 by 2027,Growth\n" });
    const flags = {
      map: ["title=What,target=How much,owner=Who"],
      owners: "teams",
      goal: "Grow",
      start: "2026-07-01",
      out: "metrics",
    };
    const { status } = await importing(home, "list.csv", flags);
    expect(status).toBe(0);
    expect(textIn(home, "metrics/list.kpi.yaml")).toContain(
      "  visits:\n    title: Visits\n    goal: grow\n    metric: visits\n    timeframe: { start: 2026-07-01, end: 2027-12-31 }\n    target: 75\n    owner: team:growth\n",
    );
  });
});

describe("a table of 200 indicators", () => {
  const targets = [
    "95%",
    "at least 80 %",
    "below 5 days",
    "between 10 and 20",
    "reduce by 20 %",
    "TBD",
    "N/A",
    "100 by 2030",
    "10 per year",
    "zero",
    "",
    "=1+1",
  ];
  const rows = Array.from({ length: 200 }, (_, i) => {
    const target = targets[i % targets.length] ?? "";
    const owner = ["@ana", "team:growth", "ana@example.com", "Jane Doe", ""][i % 5];
    return `Indicator ${i % 190} of "quality", part ${i % 7},Objective ${i % 13},${i % 3 === 0 ? "" : i % 2 === 0 ? "%" : "days"},${i},${target},${i % 4 === 0 ? "2026" : ""},${i},${i + 1},${owner}`;
  });
  const csv = `Indicator,Part,Goal,Unit,Baseline 2023,Target,Timeframe,2024,2025,Owner\n${rows.map((row) => row.replace(/^([^,]*),([^,]*)/, (_, a: string, b: string) => `"${a.replaceAll('"', '""')}",${b}`)).join("\n")}\n`;

  it("passes kpi check without an error of shape or link", async () => {
    const home = at({ "many.csv": csv });
    const { status, out } = await importing(home, "many.csv", { format: ["json"] });
    expect(status).toBe(0);
    const { created } = JSON.parse(out);
    expect(created.metrics).toBe(200);
    expect(created.kpis).toBe(200);
    const result = await checked(home);
    expect(broken(result)).toEqual([]);
    expect(
      result.findings.filter(
        ({ severity, ruleId }) => severity === "error" && ruleId !== "portfolio/conflicting-targets",
      ),
    ).toEqual([]);
    expectCanonical(textIn(home, "kpis/many.kpi.yaml"));
  });
});

describe("kpi import on a terminal", () => {
  it("shows the mapping, lets it be changed, and asks for what no column says", async () => {
    const home = at({ "list.csv": "KPI,Aim,Current,Remarks\nVisits,75,70,x\n" });
    const ask = person({
      "Import it like this?": ["change", "change", "yes"],
      "Which column?": ["Aim", "Remarks"],
      "What does it hold?": ["target", "why"],
      "Who answers": "team:growth",
      "Which goal": "Grow",
      "Which day are the values from": "2026-06-30",
    });
    const { status, err } = await importing(home, "list.csv", { ask });
    expect(status).toBe(0);
    expect(err).toContain('│  title         "KPI", such as Visits\n');
    expect(err).toContain('│  left out      "Aim", "Remarks"\n');
    const text = textIn(home, "kpis/list.kpi.yaml");
    expect(text).toContain("    target: 75\n");
    expect(text).toContain("    why: x\n");
    expect(text).toContain("    owner: team:growth\n");
    expect(textIn(home, "kpis/data/visits.csv")).toBe("date,value\n2026-06-30,70\n");
  });

  it("asks which of several targets, which column has the titles, and what owners are", async () => {
    const home = at({ "list.csv": "Wording,Target 2026,Target 2030,Goal,Owner\nVisits,75,90,Grow,Marketing\n" });
    const ask = person({
      "Which column is the target?": "Target 2030",
      "Which column says what is measured?": "Wording",
      "Import it like this?": "yes",
      'Owners are names such as "Marketing"': "teams",
      "Some targets have an end": ENTER,
    });
    expect((await importing(home, "list.csv", { ask })).status).toBe(0);
    expect(textIn(home, "kpis/list.kpi.yaml")).toContain(
      "    timeframe: { start: 2026-01-01, end: 2030-12-31 }\n    target: 90\n    owner: team:marketing\n",
    );
  });

  it("complains about answers that cannot be used, and writes nothing when broken off", async () => {
    const home = at({ "list.csv": "KPI,Target\nVisits,75\n" });
    const ask = person({ "Import it like this?": "yes", "Who answers": ["Jane Doe", ""], "Which goal": BREAK_OFF });
    const { status, err } = await importing(home, "list.csv", { ask });
    expect(status).toBe(130);
    expect(ask.seen.complaints).toEqual(["Write @handle, @org/team, team:name or an e-mail address."]);
    expect(err).toContain("Nothing was imported.");
    expect(existsSync(home.join("kpis"))).toBe(false);
  });

  it("asks nothing with --yes", async () => {
    const home = at({ "list.csv": "KPI,Target\nVisits,75\n" });
    expect((await importing(home, "list.csv", { ask: person({}), yes: true })).status).toBe(0);
  });
});

describe("other sources", () => {
  const SLO = `apiVersion: openslo/v1
kind: SLO
metadata: { name: web, displayName: Web availability }
spec: { service: shop, timeWindow: [{ duration: 1M }], objectives: [{ target: 0.99 }], indicator: { spec: { ratioMetric: {} } } }
`;

  it("OpenSLO from several files", async () => {
    const home = at({
      "a.yaml": SLO,
      "b.yaml": "apiVersion: openslo/v1\nkind: Service\nmetadata: { name: shop, displayName: The shop }\nspec: {}\n",
    });
    const { status, out } = await importing(home, ["a.yaml", "b.yaml"], { from: "openslo", owner: "team:sre" });
    expect(status).toBe(0);
    expect(out).toContain("Wrote kpis/a.kpi.yaml: 1 goal, 1 metric, 1 KPI. 0 things not understood.\n");
    expect(textIn(home, "kpis/a.kpi.yaml")).toContain("title: The shop is reliable for its users");
    expect(broken(await checked(home))).toEqual([]);
  });

  it("dbt", async () => {
    const home = at({
      "models.yml": "metrics: [{ name: revenue, label: Revenue, type: simple, type_params: { measure: total } }]\n",
    });
    const { status, out } = await importing(home, "models.yml", { from: "dbt" });
    expect(status).toBe(0);
    expect(out).toContain("Wrote kpis/models.kpi.yaml: 1 metric. ");
    expectCanonical(textIn(home, "kpis/models.kpi.yaml"));
    expect((await checked(home)).findings).toEqual([]);
  });

  it("OKRs as JSON and as a table", async () => {
    const home = at({
      "okrs.json": JSON.stringify([
        { title: "Grow", owner: "@ceo", year: 2026, keyResults: [{ title: "Visits up", start: 1, target: 5 }] },
      ]),
      "okrs2.csv": "Objective,Key Result,Start,Target,Quarter,Owner\nGrow more,Cut churn,5%,3%,2026-Q4,@ceo\n",
    });
    expect((await importing(home, "okrs.json")).status).toBe(0);
    expect((await importing(home, "okrs2.csv", { from: "okr" })).status).toBe(0);
    expect(textIn(home, "kpis/okrs2.kpi.yaml")).toContain("better: lower");
    const result = await checked(home);
    expect(broken(result)).toEqual([]);
    expect(result.summary.kpis).toBe(2);
  });
});

describe("what cannot be imported", () => {
  it.each<readonly [string, Record<string, string | Uint8Array>, string, object, RegExp]>([
    ["a file that is not there", {}, "no.csv", {}, /There is no file "no\.csv"/],
    ["a folder", { "d.csv/x": "" }, "d.csv", {}, /"d\.csv" is a folder/],
    ["a file of unknown kind", { "a.dat": "PK" }, "a.dat", {}, /Write --from csv/],
    ["a workbook", { "a.xlsx": "PK" }, "a.xlsx", { from: "csv" }, /^a\.xlsx is .*; save it as CSV first\.$/],
    ["another order of dates", { "a.csv": "A,B\nx,y\n" }, "a.csv", { dates: "ymd" }, /--dates wants dmy or mdy/],
    [
      "a field that two pairs name",
      { "a.csv": CSV },
      "a.csv",
      { map: ["title=#1,title=#2"] },
      /^--map names the title more than once; name one column\.$/,
    ],
    ["an unknown source", { "a.csv": CSV }, "a.csv", { from: "excel" }, /--from wants one of csv, openslo, dbt, okr/],
    ["an empty file", { "a.csv": "" }, "a.csv", {}, /it holds no rows/],
    [
      "bytes that are no UTF-8",
      { "a.csv": Buffer.from("KPI,Target\nZufriedenheit \xfc,5\n", "latin1") },
      "a.csv",
      {},
      /is not UTF-8 \(line 2\); save it as UTF-8 first/,
    ],
    ["a quotation mark that stays open", { "a.csv": 'KPI,Target\n"Visits,5\n' }, "a.csv", {}, /quotation mark/],
    ["no titles", { "a.csv": "Aaa,Bbb\n1,2\n" }, "a.csv", {}, /No column is known to hold titles/],
    [
      "rows without titles",
      { "a.csv": "KPI,Target\n,2\n" },
      "a.csv",
      {},
      /holds nothing that can be imported \(line 2: it has no title\)/,
    ],
    ["over 10 MB", { "a.csv": `KPI,Target\n${"x".repeat(11 * 1024 * 1024)},1\n` }, "a.csv", {}, /more than 10 MB/],
    ["a bad owner", { "a.csv": CSV }, "a.csv", { owner: "Jane" }, /--owner wants "@handle"/],
    ["a bad kind of owners", { "a.csv": CSV }, "a.csv", { owners: "robots" }, /--owners wants teams or people/],
    ["a bad day", { "a.csv": CSV }, "a.csv", { start: "soon" }, /--start wants a day such as 2026-01-01/],
    ["a bad decimal mark", { "a.csv": CSV }, "a.csv", { decimal: "dot" }, /--decimal wants point or comma/],
    ["a mapping of YAML", { "a.yaml": "a: 1" }, "a.yaml", { from: "dbt", map: ["a=b"] }, /--map is for tables/],
    [
      "a folder outside",
      { "a.csv": CSV },
      "a.csv",
      { out: "../elsewhere" },
      /--out \.\.\/elsewhere lies outside the workspace/,
    ],
    ["a file as the folder", { "a.csv": CSV, kpis: "x" }, "a.csv", {}, /--out kpis is no folder/],
    [
      "a folder that the config leaves out",
      { "a.csv": CSV, "kpi.config.yaml": 'version: 1\ninclude: ["goals/**"]\n' },
      "a.csv",
      {},
      /The config leaves out kpis\/a\.kpi\.yaml; choose a folder/,
    ],
  ])("%s", async (_, files, file, flags, message) => {
    const home = at(files);
    const { status, err } = await importing(home, file, flags);
    expect(err).toMatch(message);
    expect(status).toBe(2);
    expect(existsSync(home.join("kpis/a.kpi.yaml"))).toBe(false);
  });

  it("several tables at once", async () => {
    expect((await importing(at({ "a.csv": CSV, "b.csv": CSV }), ["a.csv", "b.csv"])).err).toContain(
      "One table is imported at a time",
    );
  });

  it("through a link that leads out of the workspace", async () => {
    const home = at({ "a.csv": CSV });
    mkdirSync(home.join("x"));
    symlinkSync(tmpdir(), home.join("kpis"));
    expect((await importing(home, "a.csv")).err).toContain("lies outside the workspace");
  });
});

describe("hostile tables", () => {
  const EVIL = "\u001b[31m\u202e=cmd|' /C calc'!A0 `$(touch /tmp/x)` ::error::boo {{x}} <!--";

  it("put nothing on a terminal that acts, and keep their texts", async () => {
    const home = at({
      "evil.csv": `KPI,Goal,Owner,Target,Unit\n"${EVIL}","${EVIL}","${EVIL}","${EVIL}","${EVIL}"\nVisits,Grow,@ana,75,visits\n`,
    });
    const { status, out, err } = await importing(home, "evil.csv", { yes: true });
    expect(status).toBe(0);
    for (const text of [out, err]) {
      expect(text).not.toContain("\u001b");
      expect(text).not.toContain("\u202e");
      expect(text).not.toMatch(/^::/m);
    }
    const text = textIn(home, "kpis/evil.kpi.yaml");
    expect(text).not.toContain("\u001b");
    expectCanonical(text);
    expect(broken(await checked(home))).toEqual([]);
  });

  it("are read in UTF-16 with its mark", async () => {
    const home = at({ "a.csv": Buffer.from("\uFEFFKPI,Target\nVisits,75\n", "utf16le") });
    expect((await importing(home, "a.csv", { yes: true })).status).toBe(0);
  });

  it("of many rows are read in time that grows with their number", async () => {
    const line = "Indicator,2026-01-31,5\n";
    const home = at({ "big.csv": `KPI,Date,Value\n${line.repeat(200_000)}` });
    const { status, out } = await importing(home, "big.csv", { yes: true });
    expect(status).toBe(0);
    expect(out).toContain("1 metric, and 1 data file");
  });

  it("of any cells give files that kpi check can read", async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        "at least 5 %",
        "75",
        "TBD",
        "@ana",
        "2026",
        "=1+1",
        "yes",
        "null",
        "- a",
        "# b",
        "a: b",
        "'",
        '"',
        "12:30",
        "1_000",
        "constructor",
        "__proto__",
      ),
    );
    const quoted = (text: string): string => `"${text.replaceAll('"', '""').replaceAll("\r", "\n")}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          const home = new Folder({
            "a.csv": `KPI,Goal,Owner,Target,Unit,Baseline,Timeframe,2024,Why\nVisits,Grow,@ana,5,x,,2026,1,\n${rows.map((row) => row.map(quoted).join(",")).join("\n")}\n`,
          });
          try {
            const { status, err } = await importing(home, "a.csv", { yes: true });
            expect([status, err]).toEqual([0, ""]);
            expectCanonical(textIn(home, "kpis/a.kpi.yaml"));
            const problems = broken(await checked(home)).filter(
              (text) => !/^data\/(?:gap|future-date|stale)/.test(text),
            );
            expect(problems).toEqual([]);
          } finally {
            home.drop();
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
