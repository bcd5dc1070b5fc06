/** What a person sees in an editor that has nothing but the published schema. */

import { describe, expect, it } from "vitest";
import { getLanguageService, TextDocument } from "yaml-language-server";
import { kpiSchema } from "../../src/definition/published.ts";
import { BAD } from "./bad.ts";
import { kpi } from "./documents.ts";
import { GOOD } from "./good.ts";

function service(schema: object) {
  const editor = getLanguageService({
    schemaRequestService: async () => JSON.stringify(schema),
    workspaceContext: { resolveRelativePath: (relative) => relative },
  });
  editor.configure({
    validate: true,
    hover: true,
    completion: true,
    schemas: [{ uri: "https://example.com/kpi.schema.json", fileMatch: ["*.yaml"], schema }],
  });
  return editor;
}

const editor = service(kpiSchema());
let documents = 0;

type Document = Parameters<typeof editor.doValidation>[0];

/** A document, and the place of the cursor, which stands as `‸`. */
function open(text: string): { document: Document; position: { line: number; character: number } } {
  const offset = Math.max(text.indexOf("‸"), 0);
  const document = TextDocument.create(
    `file:///kpis/file-${++documents}.yaml`,
    "yaml",
    1,
    text.replace("‸", ""),
  ) as Document;
  return { document, position: document.positionAt(offset) };
}

async function errors(text: string): Promise<readonly string[]> {
  const { document } = open(text);
  const found = await editor.doValidation(document, false);
  return found.map(({ message, range }) => `${document.getText(range)}: ${message}`);
}

async function completions(text: string, using = editor): Promise<readonly string[]> {
  const { document, position } = open(text);
  return (await using.doComplete(document, position, false)).items.map((item) => item.label);
}

async function hover(text: string): Promise<string> {
  const { document, position } = open(text);
  return JSON.stringify((await editor.doHover(document, position))?.contents);
}

const KPI = kpi({});

/** Counted in UTF-16 units there, in characters here and in every JSON Schema validator. */
const LONGER_THERE = `title: "${"😀".repeat(250)}"`;

/** No JSON Schema can say that a number is finite; a definition is read as JSON never could be. */
const NOT_SAID_THERE = "target: .inf";

describe("errors", () => {
  it.each(GOOD.filter(([name]) => name !== LONGER_THERE))("none: %s", async (_, text) => {
    expect(await errors(text)).toEqual([]);
  });

  it.each(BAD.flatMap(({ name, text }) => (name === NOT_SAID_THERE ? [] : [[name, text] as const])))(
    "some: %s",
    async (_, text) => {
      expect((await errors(text)).length).toBeGreaterThan(0);
    },
  );

  it.each([
    [
      "target: foo",
      kpi({ target: "foo" }),
      "foo: A target is a number such as 75, a change such as +25% or { by: 10 }, a range such as { min: 99.9 } or { max: 3 }, or true.",
    ],
    ["owner: ana", kpi({ owner: "ana" }), 'ana: An owner is "@handle", "@org/team", team:name or an e-mail address.'],
    [
      "an impossible day",
      kpi({ review: "{ every: monthly, last: 2026-02-30 }" }),
      "2026-02-30: Write a real day as YYYY-MM-DD, such as 2026-06-30.",
    ],
    [
      "a bad id",
      "version: 1\nmetrics:\n  Net_Score: { title: Abc }\n",
      "Net_Score: An id is lower-case letters and digits in words joined by hyphens, such as nps-2026, at most 64 characters.",
    ],
    [
      "data and values",
      "version: 1\nmetrics:\n  m: { title: Abc, data: a.csv, values: {} }\n",
      "values: A metric takes its values from one place: data, values or derived. Keep one of them.",
    ],
    ["a missing target", kpi({ target: null }), 'k: Missing property "target".'],
    ["version: 2", "version: 2\n", "2: This version of the format is 1: write version: 1."],
    ["retired without words", kpi({ state: "retired" }), 'k: Missing property "retired".'],
  ])("say what to write: %s", async (_, text, message) => {
    expect(await errors(text)).toEqual([message]);
  });
});

describe("completion", () => {
  it("of keys", async () => {
    expect(await completions("‸")).toEqual(expect.arrayContaining(["version", "goals", "metrics", "kpis", "removed"]));
    expect(await completions(`${KPI}    ‸`)).toEqual(
      expect.arrayContaining(["baseline", "type", "if_off_track", "review", "guardrails"]),
    );
    expect(await completions(`${KPI}    guardrails:\n      - ‸`)).toEqual(
      expect.arrayContaining(["metric", "min", "max"]),
    );
  });

  it.each([
    ["path", ["linear", "compound", "flat", "step"]],
    ["state", ["draft", "active", "retired"]],
    ["type", ["leading", "lagging", "input", "output"]],
    ["ambition", ["committed", "aspirational"]],
    ["stretch", ["75", "+25%", "keep at least", "keep between", "change by"]],
  ])("of the values of %s", async (key, values) => {
    expect(await completions(`${KPI}    ${key}: ‸`)).toEqual(expect.arrayContaining(values));
  });

  it("of timeframes", async () => {
    expect(await completions("version: 1\ngoals:\n  g:\n    title: Abc\n    timeframe: ‸")).toEqual(
      expect.arrayContaining(["2026", "2026-Q3", "FY2026-Q2", "recurring", "start and end"]),
    );
  });

  it.each([
    ["goals", "new goal"],
    ["metrics", "new metric"],
    ["kpis", "new kpi"],
  ])("of a whole entry under %s", async (key, label) => {
    expect(await completions(`version: 1\n${key}:\n  ‸`)).toContain(label);
  });

  it("of the ids of a workspace", async () => {
    const withIds = service(
      kpiSchema({ goals: ["happy-customers", "growth"], metrics: ["nps"], kpis: ["nps-2026"], owners: ["@cx-lead"] }),
    );
    const start = "version: 1\nkpis:\n  k:\n    title: Abc\n";
    expect(await completions(`${start}    goal: ‸`, withIds)).toEqual(["growth", "happy-customers"]);
    expect(await completions(`${start}    metric: ‸`, withIds)).toEqual(["nps"]);
    expect(await completions(`${start}    leads: ‸`, withIds)).toEqual(["nps-2026"]);
    expect(await completions(`${start}    owner: ‸`, withIds)).toEqual(['"@cx-lead"']);
  });
});

describe("hover", () => {
  it.each([
    ["a field", `${KPI}    comp‸liance: 1\n`, "Which share of the values must lie inside a range target"],
    ["a target of any form", KPI.replace("target", "tar‸get"), "keep, must hold in the whole window"],
    ["a timeframe of any form", KPI.replace("timeframe", "time‸frame"), "weeks start on Monday"],
    ["a field with a few words", `${KPI}    path: lin‸ear\n`, "In equal steps to the target."],
    ["a field inside another", `${KPI}    baseline: { val‸ue: 3 }\n`, "The value at the start"],
  ])("explains %s", async (_, text, words) => {
    expect(await hover(text)).toContain(words);
  });
});
