import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CompletionItem, TextEdit } from "vscode-languageserver-protocol";
import { isUntouchable } from "../../src/rules/untouchable.ts";
import { Folder } from "../support/cli.ts";
import { COMPANY, KPIS, METRICS } from "./support/company.ts";
import { applied, atCursor, CAPABLE, Editor, positionOf } from "./support/editor.ts";

let folder: Folder;
let editor: Editor;
let plain: Editor;
let documents = 0;

beforeAll(async () => {
  folder = new Folder({ ...COMPANY, "kpis/data/more/x.csv": "date,value\n", "kpi.config.yaml": "version: 1\n" });
  editor = await Editor.start(folder.path);
  const textDocument = { ...CAPABLE.textDocument, completion: { completionItem: { snippetSupport: false } } };
  plain = await Editor.start(folder.path, { capabilities: { ...CAPABLE, textDocument } });
  for (const one of [editor, plain]) {
    await one.open("kpis/kpis.yaml", KPIS);
    await one.untilJudged("kpis/kpis.yaml");
  }
});

afterAll(() => {
  editor.kill();
  plain.kill();
  folder.drop();
});

interface Completed {
  readonly text: string;
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
}

/** What is offered at the cursor of a document of its own. */
async function at(marked: string, file?: string, by: Editor = editor): Promise<Completed> {
  documents++;
  const name = file ?? `kpis/typed-${documents}.yaml`;
  const { text, position } = atCursor(marked);
  await by.open(name, text);
  const items = await by.completions(name, position);
  await by.close(name);
  return { text, items, labels: items.map(({ label }) => label) };
}

/** The text once an item is taken. */
function taken({ text, items }: Completed, label: string): string {
  const item = items.find((one) => one.label === label);
  if (item === undefined) throw new Error(`${label} is not offered: ${items.map((one) => one.label).join(", ")}`);
  return applied(text, [item.textEdit as TextEdit]);
}

const HEAD = "version: 1\nkpis:\n  x:\n    title: Something to reach\n";

describe("keys", () => {
  it.each([
    ["of an empty document", "|", ["version", "goals", "metrics", "kpis", "removed"]],
    ["of a document, without those it has", "version: 1\nkpis: {}\n|", ["goals", "metrics", "removed"]],
    ["of a KPI, on a new line", `${HEAD}    |\n    goal: grow-organic\n`, ["metric", "timeframe", "target", "owner"]],
    ["of a KPI in braces", "kpis:\n  x: { title: abc, | }\n", ["goal", "metric", "target"]],
    ["of a map inside braces", "kpis:\n  x: { target: { | } }\n", ["by", "min", "max"]],
    ["of a map over several lines", "kpis:\n  x:\n    target: {\n      min: 3,\n      |\n    }\n", ["max"]],
    ["of the first item of a list", `${HEAD}    guardrails:\n      - |\n`, ["metric", "min", "max"]],
    ["of an item that has some", `${HEAD}    guardrails:\n      - metric: nps\n        |\n`, ["min", "max"]],
    ["of a source", "metrics:\n  m:\n    source:\n      |\n", ["system", "how", "link", "query"]],
    ["of a timeframe on lines of its own", `${HEAD}    timeframe:\n      |\n`, ["start", "end", "every"]],
  ])("%s", async (_, marked, expected) => {
    const { labels } = await at(marked);
    expect(labels).toEqual(expect.arrayContaining([...expected]));
    expect(labels).not.toContain("title");
  });

  it("leave out what no alternative allows beside what is there", async () => {
    expect((await at("kpis:\n  x: { target: { min: 3, | } }\n")).labels).toEqual(["max"]);
    expect((await at(`${HEAD}    timeframe:\n      every: monthly\n      |\n`)).labels).toEqual(["start", "end"]);
  });

  it("replace the whole word, and leave a colon that is there alone", async () => {
    expect(taken(await at(`${HEAD}    tar|\n`), "target")).toBe(`${HEAD}    target: \n`);
    expect(taken(await at(`${HEAD}    tar|gt: 75\n`), "target")).toBe(`${HEAD}    target: 75\n`);
    expect(taken(await at("kpis:\n  x: { ti|tel: abc }\n"), "title")).toBe("kpis:\n  x: { title: abc }\n");
    expect(taken(await at('kpis:\n  x: { "ti|" }\n'), "title")).toBe('kpis:\n  x: { "title":  }\n');
  });

  it("begin their values where these are maps or lists, with places to fill in", async () => {
    const offered = await at(`${HEAD}    |\n`);
    expect(taken(offered, "review")).toContain("    review:\n");
    expect(taken(offered, "review")).toMatch(/every: \$\{1\|monthly,weekly,quarterly\|\}/);
    expect(taken(offered, "drivers")).toContain("    drivers: [$1]\n");
    expect(taken(offered, "guardrails")).toMatch(
      /guardrails:\n {2}- metric: \$\{1:refund-rate\}\n {4}max: \$\{2:2\.5\}/,
    );
    const without = await at(`${HEAD}    |\n`, undefined, plain);
    expect(taken(without, "review")).toBe(`${HEAD}    review:\n`);
  });

  it("offer whole entries", async () => {
    const entry = taken(await at("version: 1\nkpis:\n  |\n"), "new kpi");
    expect(entry).toMatch(/ {2}\$\{1:kpi-id\}:\n {2}title: \$\{2:[^}]+\}\n {2}goal: \$\{3:goal-id\}/);
    // Without snippets, nobody would indent its lines.
    expect((await at("version: 1\ngoals:\n  |\n", undefined, plain)).labels).toEqual([]);
  });

  it("say what they mean", async () => {
    const { items } = await at(`${HEAD}    |\n`);
    const target = items.find(({ label }) => label === "target");
    expect(target?.documentation).toMatchObject({ kind: "markdown", value: expect.stringContaining("`+25%`") });
  });
});

describe("values", () => {
  it.each([
    ["ids of goals", `${HEAD}    goal: |`, ["happy-customers", "grow-organic"]],
    ["ids of goals, right behind the colon", `${HEAD}    goal:|\n`, ["happy-customers", "grow-organic"]],
    ["ids of metrics", `${HEAD}    metric: vis|`, ["nps", "visits", "signups", "signup-rate"]],
    ["ids of KPIs", `${HEAD}    leads: |`, ["nps-2026", "traffic-q3"]],
    ["ids of parents", "goals:\n  x:\n    parent: |\n    title: abc", ["happy-customers", "grow-organic"]],
    ["ids in brackets", `${HEAD}    drivers: [ | ]\n`, ["nps", "visits"]],
    ["ids behind a dash", `${HEAD}    drivers:\n      - |\n`, ["nps", "visits"]],
    ["ids of a derived metric", "metrics:\n  m: { derived: { ratio: [signups, |] } }\n", ["visits"]],
    ["ids of guardrails", `${HEAD}    guardrails:\n      - metric: |\n        min: 3\n`, ["nps", "visits"]],
    ["owners", `${HEAD}    owner: |\n`, ["@ceo", "@cx", "@ana", "team:marketing"]],
    ["words", "metrics:\n  m:\n    category: |\n", ["customer", "financial", "operational", "employee"]],
    ["words in a list", `${HEAD}    type: [leading, |]\n`, ["output"]],
    ["units", "metrics:\n  m:\n    unit: |\n", ["points", "visits", "accounts", "%", "EUR"]],
    ["timeframes", `${HEAD}    timeframe: |\n`, ["2026-Q3", "2026-Q4", "2026", "2026-H2", "2026-08", "start and end"]],
    ["forms of a target", `${HEAD}    target:|\n`, ["number", "percent", "keep at least", "change by"]],
    ["the day", `${HEAD}    review: { every: monthly, last: | }\n`, ["2026-08-15"]],
    ["systems", "metrics:\n  m:\n    source: { system: |", ["survey tool", "GA4", "billing"]],
    ["fields that can change", `${HEAD}    changes:\n      - field: |\n`, ["target", "timeframe", "baseline", "unit"]],
    ["the version", "version: |\n", ["1"]],
  ])("%s", async (_, marked, expected) => {
    expect((await at(marked)).labels).toEqual(expect.arrayContaining([...expected]));
  });

  it.each([
    ["goals:\n  grow-organic: { parent: | }\n", ["happy-customers"]],
    ["goals:\n  happy-customers: { parent: | }\n", []],
    ["kpis:\n  nps-2026: { leads: | }\n", []],
    ["kpis:\n  traffic-q3: { contributes_to: | }\n", ["nps-2026"]],
    ["metrics:\n  visits: { derived: { sum: [|] } }\n", ["nps", "signups"]],
    ["metrics:\n  signup-rate: { derived: { sum: [|] } }\n", ["nps", "visits", "signups"]],
  ])("leave out what would close a circle: %j", async (marked, expected) => {
    expect(new Set((await at(marked)).labels)).toEqual(new Set(expected));
  });

  it.each([
    ["in a title", `${HEAD.replace("reach", "rea|ch")}`],
    ["in a text of several lines", `${HEAD}    why: >-\n      More visits |\n    goal: x\n`],
    ["in a quotation of several lines", `${HEAD}    why: "More\n      visits | "\n    goal: x\n`],
    ["behind a value", `${HEAD}    goal: grow-organic |\n`],
    ["for keys of a team's own", `${HEAD}    x-note: |\n`],
    ["in a comment", `${HEAD}    # note |\n`],
  ])("nothing %s", async (_, marked) => {
    expect((await at(marked)).labels).toEqual([]);
  });

  it("are written as YAML wants them", async () => {
    const owner = `${HEAD}    owner:`;
    expect(taken(await at(`${owner}|\n`), "@cx")).toBe(`${owner} "@cx"\n`);
    expect(taken(await at(`${owner} |\n`), "team:marketing")).toBe(`${owner} team:marketing\n`);
    expect(taken(await at(`${owner} "@c|"\n`), "@cx")).toBe(`${owner} "@cx"\n`);
    expect(taken(await at(`${owner} '@c|\n`), "@cx")).toBe(`${owner} '@cx'\n`);
    expect(taken(await at(`${owner} @c|\n`), "@cx")).toBe(`${owner} "@cx"\n`);
    expect(taken(await at("metrics:\n  m: { unit:| }\n"), "%")).toBe('metrics:\n  m: { unit: "%" }\n');
    expect(taken(await at(`${HEAD}    timeframe: |\n`), "2026")).toBe(`${HEAD}    timeframe: 2026\n`);
    expect(taken(await at(`${HEAD}    drivers: |\n`), "nps")).toBe(`${HEAD}    drivers: [nps]\n`);
    expect(taken(await at(`${HEAD}    drivers:\n      |\n`), "nps")).toBe(`${HEAD}    drivers:\n      - nps\n`);
    expect(taken(await at(`${HEAD}    drivers:\n      - nps\n      |\n`), "visits")).toContain(
      "- nps\n      - visits\n",
    );
    expect(taken(await at(`${HEAD}    drivers:\n    |\n`), "visits")).toContain("drivers:\n    - visits\n");
    expect(taken(await at(`${HEAD}    target: |\n`), "keep at least")).toMatch(/target: \{ min: \$\{1:99.9\} \}\n/);
    expect(taken(await at(`${HEAD}    target:\n      |\n`), "percent")).toMatch(/target:\n {6}\$\{1:\+10\}%\n/);
    expect(taken(await at(`${HEAD}    goal: grow|ing # why\n`), "grow-organic")).toContain(
      "goal: grow-organic # why\n",
    );
  });

  it("let editors compare them with what is typed, quotation marks included", async () => {
    const { items } = await at(`${HEAD}    owner: "@c|"\n`);
    expect(items.find(({ label }) => label === "@cx")?.filterText).toBe('"@cx');
  });

  it("leave out what a list holds already", async () => {
    const { labels } = await at(`${HEAD}    drivers: [nps, |, visits]\n`);
    expect(labels).toEqual(["signups", "signup-rate"]);
  });

  it("offer files and folders for data", async () => {
    const marked = "metrics:\n  m:\n    data: |\n";
    const first = await at(marked);
    expect(first.labels).toEqual(["data/"]);
    const inside = await at(marked.replace("|", "data/v|"));
    expect(inside.labels).toEqual(["data/more/", "data/visits.csv"]);
    expect(taken(inside, "data/visits.csv")).toContain("data: data/visits.csv\n");
    expect((await at(marked.replace("|", "../../../|"))).labels).toEqual([]);
  });

  it("tell of an id when an editor asks", async () => {
    const { items } = await at(`${HEAD}    metric: |\n`);
    const nps = items.find(({ label }) => label === "nps");
    expect(nps?.detail).toBe("Net Promoter Score");
    const resolved: CompletionItem = await editor.connection.sendRequest("completionItem/resolve", nps);
    expect(resolved.documentation).toMatchObject({ kind: "markdown", value: expect.stringContaining("promoters") });
  });
});

describe("while somebody types", () => {
  it("every letter of a new KPI finds what it could become", async () => {
    const name = "kpis/letters.yaml";
    const lines = [
      ["version", "version: 1\n"],
      ["kpis", "kpis:\n"],
      [null, "  letters:\n"],
      ["title", "    title: Typed by hand\n"],
      ["goal", "    goal: "],
      ["happy-customers", "happy-customers\n"],
      ["metric", "    metric: "],
      ["nps", "nps\n"],
      ["owner", "    owner: "],
      ["@ceo", '"@ceo"\n'],
      ["timeframe", "    timeframe: "],
      ["2026-Q3", "2026-Q3\n"],
      ["guardrails", "    guardrails:\n"],
      ["metric", "      - metric: "],
      ["visits", "visits\n"],
    ] as const;
    await editor.open(name, "");
    for (const [expected, typed] of lines) {
      for (const letter of typed) {
        const { length } = editor.text(name);
        await editor.edit(name, length, length, letter);
        if (expected === null || !/[\w"@-]/.test(letter)) continue;
        const word = /["@\w.-]*$/.exec(editor.text(name))?.[0] ?? "";
        if (!`"${expected}`.includes(word) || word === "") continue;
        const items = await editor.completions(name, positionOf(editor.text(name), length + 1));
        expect(items.map(({ label }) => label)).toContain(expected);
      }
    }
    expect(editor.text(name)).toBe(lines.map(([, typed]) => typed).join(""));
    await editor.untilJudged(name);
    await editor.close(name);
  });

  it("works in texts with CRLF and behind characters of two units", async () => {
    const crlf = `${HEAD}    goal: |\n    metric: nps\n`.replaceAll("\n", "\r\n");
    expect(taken(await at(crlf), "grow-organic")).toBe(crlf.replace("|", "grow-organic"));
    expect((await at("kpis:\n  x: { title: 😀ä, goal: | }\n")).labels).toContain("grow-organic");
  });

  it("works while other parts cannot be parsed", async () => {
    expect((await at(`${HEAD}    why: "never closed\n    goal: |\n`)).labels).toContain("grow-organic");
    expect((await at(`${HEAD}    target: { min: 3\n    goal: |\n`)).labels).toContain("grow-organic");
    expect((await at(`${HEAD}    target: [\n  y:\n    |`)).labels).toContain("title");
  });
});

describe("comments", () => {
  it("offer the words of a suppression, and the rules", async () => {
    expect((await at(`${HEAD}    # kpi|\n    goal: x\n`)).labels).toEqual([
      "kpi-disable-next-line",
      "kpi-disable-line",
      "kpi-disable-file",
    ]);
    const rules = await at("# kpi-disable-file data/gap, data/st|\nversion: 1\n");
    expect(taken(rules, "data/stale")).toBe("# kpi-disable-file data/gap, data/stale\nversion: 1\n");
    const { labels } = await at("# kpi-disable-line |\nversion: 1\n");
    expect(labels).toContain("data/gap");
    expect(labels.filter(isUntouchable)).toEqual([]);
    expect((await at("# kpi-disable-file data/gap -- because |\nversion: 1\n")).labels).toEqual([]);
  });
});

describe("the config", () => {
  it("completes its keys, its rules and their levels", async () => {
    expect((await at("version: 1\n|", "kpi.config.yaml")).labels).toContain("rules");
    const rules = await at("rules:\n  relevant/why|\n", "kpi.config.yaml");
    expect(taken(rules, "relevant/why-missing")).toBe("rules:\n  relevant/why-missing: \n");
    expect((await at("rules:\n  data/gap: |\n", "kpi.config.yaml")).labels).toEqual(
      expect.arrayContaining(["off", "info", "warn", "error"]),
    );
    expect((await at("extends: |\n", "kpi.config.yaml")).labels).toEqual(
      expect.arrayContaining(["recommended", "strict"]),
    );
  });
});

describe("a large workspace", () => {
  it("answers with what fits best, and asks to be asked again", async () => {
    const many = Array.from({ length: 900 }, (_, i) => `  metric-${i}: { title: Number ${i} }\n`).join("");
    const large = new Folder({ ...COMPANY, "many.kpi.yaml": `version: 1\nmetrics:\n${many}` });
    const other = await Editor.start(large.path);
    await other.open("kpis/metrics.yaml", METRICS);
    await other.untilJudged("kpis/metrics.yaml");
    await other.open("kpis/x.yaml", `${HEAD}    metric: metric-89`);
    const position = positionOf(other.text("kpis/x.yaml"), other.text("kpis/x.yaml").length);
    const answer = await other.at<{ isIncomplete: boolean; items: CompletionItem[] }>(
      "completion",
      "kpis/x.yaml",
      position,
    );
    expect(answer.isIncomplete).toBe(true);
    expect(answer.items.map(({ label }) => label)).toEqual([
      "metric-89",
      ...Array.from({ length: 10 }, (_, i) => `metric-89${i}`),
    ]);
    other.kill();
    large.drop();
  });
});
