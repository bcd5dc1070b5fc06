/** What `kpi import` of a large table says: each thing once, what keeps drafts from being KPIs, and the next step. */

import { rmSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { Folder } from "../support/cli.ts";
import { textIn } from "../support/record.ts";
import { person } from "./add-script.ts";
import { broken, checked, importing } from "./import-support.ts";

let folder: Folder | null = null;

function at(files: Record<string, string>): Folder {
  folder = new Folder(files);
  return folder;
}

afterEach(() => {
  folder?.drop();
  folder = null;
});

/** The text without what a narrow terminal breaks. */
function unwrapped(text: string): string {
  return text.replace(/\n {2,}(?! )/g, " ").replace(/ +/g, " ");
}

const DUES = ["2017-03-31", "2018-03-31", "2017-04-30", "2016-12-31", "2016-07-31"];

/** 200 indicators of a government, none of which says when its window begins. */
function departmental(header = "Expected result"): string {
  const rows = Array.from({ length: 200 }, (_, i) => {
    const target = i % 20 === 0 ? ["TBD", "to be confirmed"][i % 40 === 0 ? 0 : 1] : 50 + (i % 40);
    return `Indicator number ${i};Result ${i % 9};team:abc;%;${target};${DUES[i % 5]};${40 + (i % 50)}`;
  });
  const head = `Performance indicator;${header};Responsible;Unit of measure;Target 2017;Date to achieve target;Actual result 2016-17`;
  return `\uFEFFDepartmental results;;;;;;\r\n;;;;;;\r\n${[head, ...rows].join("\r\n")}\r\n`;
}

describe("200 indicators of a government", () => {
  it("have the same said once, with the flag that would help", async () => {
    const { status, out } = await importing(at({ "indicators.csv": departmental() }), "indicators.csv");
    expect(status).toBe(0);
    expect(out).not.toContain("left out");
    const text = unwrapped(out);
    expect(text).toContain(
      'line 4, line 5 and 198 other places: due "2017-03-31", "2018-03-31", "2017-04-30" and 2 others: it ends before windows start (2026-01-01): give their first day with --start.',
    );
    expect(text.match(/windows start/g)).toHaveLength(2);
    // Few texts of one reason are told one by one.
    expect(text).toContain('target "TBD": it is not decided yet.');
    expect(text).toContain('target "to be confirmed": it is not decided yet.');
    expect(text).toMatch(
      /line 4, line 5 and 198 other places: value "40", "41", "42" and 47 others: its day is not known; say it with --date\./,
    );
  });

  it("have a summary that counts what is missing, and a next step that works", async () => {
    const home = at({ "indicators.csv": departmental() });
    const first = await importing(home, "indicators.csv");
    expect(unwrapped(first.out)).toContain(
      "200 drafts: 200 end before windows start (--start), 10 have a target that was not understood.",
    );
    expect(first.out).toContain("Next: delete kpis/indicators.kpi.yaml and import again with --start DAY --date DAY\n");
    rmSync(home.join("kpis/indicators.kpi.yaml"));
    const again = await importing(home, "indicators.csv", { start: "2016-04-01", date: "2017-03-31" });
    expect(again.status).toBe(0);
    expect(again.out).toContain("200 KPIs (10 drafts), and 200 data files.");
    expect(again.out).toContain("10 drafts: 10 have a target that was not understood.\n");
    expect(again.out).toContain("Next: kpi check kpis/indicators.kpi.yaml\n");
    expect(broken(await checked(home))).toEqual([]);
  });

  it("say what a column or a flag would give", async () => {
    const home = at({ "indicators.csv": departmental("Remarks") });
    const { out } = await importing(home, "indicators.csv", { dryRun: true, start: "2016-04-01" });
    expect(unwrapped(out)).toContain(
      "200 drafts: 200 have no goal (--goal, or map a column), 10 have a target that was not understood.",
    );
    expect(out).toContain("Next: the same with --goal TITLE --date DAY, then without --dry-run\n");
  });

  it("name a column whose values have no day, and what to write", async () => {
    const home = at({ "indicators.csv": departmental() });
    const { status, err } = await importing(home, "indicators.csv", { map: ["values=Actual result 2016-17"] });
    expect(status).toBe(2);
    expect(err).toContain('write --map "value=Actual result 2016-17" --date 2017-03-31, with the day');
    const read = await importing(home, "indicators.csv", {
      map: ["value=Actual result 2016-17"],
      date: "2017-03-31",
    });
    expect(read.out).toContain("200 data files");
  });

  it("have dates of values where the config states a fiscal year", async () => {
    const home = at({
      "indicators.csv": departmental(),
      "kpi.config.yaml": 'version: 1\nfiscal_year_starts: "04-01"\n',
    });
    const { out } = await importing(home, "indicators.csv", { start: "2016-04-01" });
    expect(out).toContain('  values        "Actual result 2016-17"\n');
    expect(textIn(home, "kpis/data/indicator-number-0.csv")).toBe("date,value\n2017-03-31,40\n");
  });
});

describe("what keeps drafts from being KPIs", () => {
  const HEAD = "KPI,Goal,Owner,Target,Due";

  it.each<readonly [string, string, string, object, string, string]>([
    ["nothing", HEAD, "Visits,Grow,@ana,5,2026", {}, "", "Next: kpi check kpis/a.kpi.yaml"],
    [
      "plain names of owners",
      HEAD,
      "Visits,Grow,Jane,5,2026",
      {},
      "1 draft: it has an owner that was not understood (--owners).",
      "Next: delete kpis/a.kpi.yaml and import again with --owners teams|people",
    ],
    [
      "owners that are no plain names either",
      HEAD,
      "Visits,Grow,Jane & Joe,5,2026",
      { owners: "people" },
      "1 draft: it has an owner that was not understood.",
      "Next: kpi check kpis/a.kpi.yaml",
    ],
    [
      "a date that may be two",
      HEAD,
      "Visits,Grow,@ana,5,03/04/2026",
      {},
      "1 thing not understood.\n1 draft: it has a time that was not understood.",
      "Next: delete kpis/a.kpi.yaml and import again with --dates dmy|mdy",
    ],
    [
      "a date of known order",
      HEAD,
      "Visits,Grow,@ana,5,03/04/2026",
      { dates: "mdy" },
      "",
      "Next: kpi check kpis/a.kpi.yaml",
    ],
    [
      "a number that may be two",
      HEAD.replaceAll(",", ";"),
      "Visits;Grow;@ana;1,234;2026",
      {},
      "1 draft: it has a target that was not understood.",
      "Next: delete kpis/a.kpi.yaml and import again with --decimal point|comma",
    ],
    [
      "an empty cell",
      HEAD,
      "Visits,Grow,@ana,,2026",
      {},
      "1 draft: it has no target.",
      "Next: kpi check kpis/a.kpi.yaml",
    ],
    [
      "columns that are missing",
      "KPI,Goal,Owner",
      "Visits,Grow,@ana",
      {},
      "1 draft: it has no target (map a column to target), it has no timeframe (map a column to due or timeframe).",
      "Next: kpi check kpis/a.kpi.yaml",
    ],
    [
      "a time that is none",
      HEAD,
      "Visits,Grow,@ana,5,ongoing",
      {},
      "1 draft: it has a time that was not understood.",
      "Next: kpi check kpis/a.kpi.yaml",
    ],
    [
      "a goal of two letters",
      HEAD,
      "Visits,Up,@ana,5,2026",
      {},
      "1 draft: it has a goal whose title is too short.",
      "Next: kpi check kpis/a.kpi.yaml",
    ],
    [
      "no owner anywhere",
      "KPI,Goal,Target,Due",
      "Visits,Grow,5,2026",
      {},
      "1 draft: it has no owner (--owner, or map a column).",
      "Next: delete kpis/a.kpi.yaml and import again with --owner OWNER",
    ],
  ])("%s", async (_, header, row, flags, drafts, next) => {
    const { out } = await importing(at({ "a.csv": `${header}\n${row}\n` }), "a.csv", flags);
    const text = unwrapped(out);
    if (drafts === "") expect(text).not.toContain("draft");
    else expect(text).toContain(`${drafts}\n`);
    expect(text).toContain(`${next}\n`);
  });

  it("is told to programs as well", async () => {
    const home = at({ "a.csv": `${HEAD}\nVisits,Grow,Jane,5,2020\nNights,Grow,Jane,TBD,2020\n` });
    const { out } = await importing(home, "a.csv", { format: ["json"] });
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      draftCauses: [
        { lack: "owner-text", drafts: 2, flag: "--owners" },
        { lack: "start", drafts: 2, flag: "--start" },
        { lack: "target-text", drafts: 1, flag: null },
      ],
    });
  });

  it("in OpenSLO is an owner", async () => {
    const slo =
      "apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: web, displayName: Web availability }\nspec: { service: shop, timeWindow: [{ duration: 1M }], objectives: [{ target: 0.99 }], indicator: { spec: { ratioMetric: {} } } }\n";
    const { out } = await importing(at({ "a.yaml": slo }), "a.yaml", { from: "openslo" });
    expect(out).toContain("1 draft: it has no owner (--owner).\n");
    expect(out).toContain("Next: delete kpis/a.kpi.yaml and import again with --owner OWNER\n");
  });
});

describe("tables as spreadsheets save them", () => {
  const groups = ["Customers stay", "Costs fall", "People grow"];
  const merged = `Objective;Indicator;Person responsible;Target value (2030)\n${Array.from({ length: 30 }, (_, i) => {
    return `${i % 10 === 0 ? groups[i / 10] : ""};Indicator ${i};@ana;${50 + i},5`;
  }).join("\n")}\n`;

  it("with merged cells are filled where somebody says so", async () => {
    const home = at({ "a.csv": merged });
    const { out } = await importing(home, "a.csv", { dryRun: true });
    expect(unwrapped(out)).toContain("27 drafts: 27 have no goal (--goal).");
    expect(out).toContain('Next: the same with --map "fill=Objective", then without --dry-run\n');
    const filled = await importing(home, "a.csv", { map: ["fill=Objective"] });
    expect(filled.out).toContain('  fill          "Objective": empty cells mean the one above\n');
    expect(filled.out).toContain("3 goals, 30 metrics, 30 KPIs. 0 things not understood.\n");
  });

  it("with merged cells are asked about on a terminal", async () => {
    const home = at({ "a.csv": merged });
    const ask = person({
      "Import it like this?": "yes",
      '"Objective" stands in 3 of 30 rows': "yes",
      "Some targets have an end": "2026-01-01",
    });
    expect((await importing(home, "a.csv", { ask })).out).toContain("3 goals, 30 metrics, 30 KPIs. ");
  });

  it("with headings, totals and notes tell what was left out", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => {
      const group = i % 10 === 0 ? `${(groups[i / 10] ?? "").toUpperCase()}\t\t\t\t\n` : "";
      return `${group}Indicator ${i}\tGrow\t@ana\t${50 + i}%\t2026${i % 10 === 9 ? "\nSubtotal\t\t\t600\t" : ""}`;
    });
    const home = at({
      "a.tsv": `KPI\tGoal\tOwner\tTarget\tDue\n${rows.join("\n")}\nTotal\t\t\t1800\t\n\n* provisional\t\t\t\t\n`,
    });
    const { out } = await importing(home, "a.tsv");
    const text = unwrapped(out);
    expect(text).toContain(
      'line 2, line 14 and 2 other places: "CUSTOMERS STAY", "COSTS FALL", "PEOPLE GROW" and 1 other: it stands alone in its row, as headings and notes do; fill another cell where it is an indicator.',
    );
    expect(text).toContain('line 13, line 25, line 37: "Subtotal": it sums up other rows, by its name.');
    expect(text).toContain('line 38: "Total": it sums up other rows, by its name.');
    expect(text).toContain("1 goal, 30 metrics, 30 KPIs. 0 things not understood.");
  });

  it("with columns of fiscal years tell that the config could say what they are", async () => {
    const home = at({ "a.csv": "KPI,2015-16,2016-17,Remarks\nVisits,1,2,x\n" });
    expect(unwrapped((await importing(home, "a.csv", { dryRun: true })).out)).toContain(
      '"2015-16", "2016-17" may be fiscal years; say in the config when yours start, with fiscal_year_starts',
    );
  });

  it("list the reasons of most places where there are too many", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `Indicator ${i},Grow,@ana,,5,soon`);
    const odd = Array.from({ length: 24 }, (_, i) => `Odd ${i},Grow,@ana,visits,5 unit${i},2026`);
    const home = at({ "a.csv": `KPI,Goal,Owner,Unit,Target,Due\n${[...odd, ...rows].join("\n")}\n` });
    const { out } = await importing(home, "a.csv", { dryRun: true });
    const text = unwrapped(out);
    expect(text).toContain('line 26, line 27 and 58 other places: due "soon": it is no date.');
    expect(text).toContain("… and 5 more things; --format json lists all.");
  });
});
