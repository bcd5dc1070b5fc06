/** docs/format.md says everything that the schema says, and nothing in it is wrong. */

import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { blocksOf } from "../../scripts/docs/blocks.ts";
import { currentSchemas, type FormatSchemas, formatPage, formatText } from "../../scripts/generate-format.ts";
import { isDefaultFile } from "../../src/commands/definition-files.ts";
import { canonOf } from "../../src/definition/canonical.ts";
import { EXTRA_KEYWORDS, type JsonSchema } from "../../src/definition/json-schema.ts";
import { isYamlMap, readYaml } from "../../src/text/yaml.ts";
import { formatYaml } from "../../src/text/yaml-format.ts";
import { columnsOf } from "../../src/workspace/csv-header.ts";
import { checkFiles } from "../support/check.ts";
import { ROOT } from "../support/cli.ts";
import { CONFIG_HEADING, fieldRows, linksOf, tablesOf } from "./format-page.ts";

const schemas = currentSchemas();
const { path: file, text: page } = await formatPage();
const rows = fieldRows(page);
const isConfig = rows.findIndex(({ heading }) => heading === CONFIG_HEADING);

/** A field of a schema: where its object stands, its key, and what may stand there. */
interface Field {
  readonly place: string;
  readonly key: string;
  readonly schema: JsonSchema;
}

/** Every property of a schema at every depth. */
function fieldsOf(schema: JsonSchema, place = ""): readonly Field[] {
  const { properties = {}, additionalProperties: entries, items, anyOf = [] } = schema;
  const own = Object.entries(properties).flatMap(([key, child]): readonly Field[] => {
    if (typeof child !== "object") return [];
    return [{ place, key, schema: child }, ...fieldsOf(child, place === "" ? key : `${place}.${key}`)];
  });
  const name = schema.propertyNames?.title ?? "name";
  const below = typeof entries === "object" ? fieldsOf(entries, `${place}.<${name}>`) : [];
  const each = [items ?? []].flat().flatMap((item) => fieldsOf(item, `${place}[]`));
  return [...own, ...below, ...each, ...anyOf.flatMap((form) => fieldsOf(form, place))];
}

const DEFINITION_FIELDS = fieldsOf(schemas.kpi);
const CONFIG_FIELDS = fieldsOf(schemas.config);
const definitionRows = rows.slice(0, isConfig);
const configRows = rows.slice(isConfig);

const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addVocabulary([...EXTRA_KEYWORDS]);

function fits(schema: JsonSchema, source: string): boolean {
  const { documents, problems } = readYaml(`field: ${source}\n`);
  const value = documents[0]?.value;
  return problems.length === 0 && isYamlMap(value) && ajv.validate({ ...schema, $id: undefined }, value.field);
}

/** Examples of a row that fit none of the fields that it tells. */
function wrongExamples(all: readonly Field[], shown: typeof rows): readonly string[] {
  return shown.flatMap(({ places, field, examples }) => {
    const told = all.filter(({ place, key }) => key === field && places.includes(place));
    const wrong = examples.filter((example) => !told.some(({ schema }) => fits(schema, example)));
    return wrong.map((example) => `${places[0]}.${field}: ${example}`);
  });
}

const paths = (all: readonly Field[]): readonly string[] => [
  ...new Set(all.map(({ place, key }) => `${place} ${key}`)),
];
const told = (shown: typeof rows): ReadonlySet<string> =>
  new Set(shown.flatMap(({ places, field }) => places.map((place) => `${place} ${field}`)));

describe("the format reference", () => {
  it("is what the generator writes", () => {
    expect(readFileSync(path.join(ROOT, file), "utf8")).toBe(page);
  });

  it("tells every field of a definition file, and no other", () => {
    expect([...told(definitionRows)].sort()).toEqual([...paths(DEFINITION_FIELDS)].sort());
    expect(DEFINITION_FIELDS.length).toBeGreaterThan(90);
  });

  it("tells every field of the config, and no other", () => {
    expect([...told(configRows)].sort()).toEqual([...paths(CONFIG_FIELDS)].sort());
  });

  it("tells every option of every rule", () => {
    const [options] = tablesOf(page).filter(({ rows: [head] }) => head?.[0] === "option");
    const shown = options?.rows.flatMap(([option = "", , , links = ""]) =>
      [...links.matchAll(/\[([^\]]+)\]/g)].map(([, rule]) => `${rule} ${option.replaceAll("`", "")}`),
    );
    const rules = schemas.namedRules.properties?.rules as JsonSchema;
    const known = fieldsOf(rules).flatMap(({ place, key }) =>
      place.endsWith("[]") ? [`${place.slice(0, -2)} ${key}`] : [],
    );
    expect(known.length).toBeGreaterThan(10);
    expect([...(shown ?? [])].sort()).toEqual([...known].sort());
  });

  it("says what is required", () => {
    const required = (heading: string, field: string): string | undefined =>
      rows.find((row) => row.heading === heading && row.field === field)?.cells[1];
    expect(required("Metric", "title")).toBe("yes");
    expect(required("Metric", "unit")).toBe("");
    expect(required("KPI", "target")).toBe("unless `state: draft`");
    expect(required("KPI", "retired")).toBe("with `state: retired`");
    expect(required("Value: value with a note", "note")).toBe("with `value: null`");
    expect(required("Derived from", "sum")).toBe("one of these");
  });

  it("says every default", () => {
    const defaults = [...DEFINITION_FIELDS, ...CONFIG_FIELDS].filter(({ schema }) => schema.default !== undefined);
    expect(defaults.length).toBeGreaterThan(10);
    for (const { place, key, schema } of defaults) {
      const row = rows.find(({ places, field }) => field === key && places.includes(place));
      expect(row?.cells[3], `${place}.${key}`).toMatch(new RegExp(`Default: \`?${schema.default}\\b`));
    }
  });

  it("gives examples that may stand there", () => {
    expect(wrongExamples(DEFINITION_FIELDS, definitionRows)).toEqual([]);
    expect(wrongExamples(CONFIG_FIELDS, configRows)).toEqual([]);
    expect(rows.flatMap(({ examples }) => examples).length).toBeGreaterThan(100);
  });

  it("would be caught giving others", () => {
    const row = definitionRows.filter(({ heading, field }) => heading === "KPI" && field === "weight");
    const wrong = row.map((one) => ({ ...one, examples: ["2", "0", "heavy", "{ a: 1"] }));
    expect(wrongExamples(DEFINITION_FIELDS, wrong)).toEqual([
      "kpis.<kpi-id>.weight: 0",
      "kpis.<kpi-id>.weight: heavy",
      "kpis.<kpi-id>.weight: { a: 1",
    ]);
  });

  it("has tables whose rows are as long as their heads", () => {
    for (const { line, rows: all } of tablesOf(page)) {
      expect(new Set(all.map((cells) => cells.length)).size, `line ${line}`).toBe(1);
    }
  });

  it("links to sections and files that exist", () => {
    const { anchors, targets } = linksOf(page);
    expect(new Set(anchors).size).toBe(anchors.length);
    const local = targets.filter((target) => !target.startsWith("http"));
    expect(local.length).toBeGreaterThan(50);
    const dead = local.filter((target) =>
      target.startsWith("#") ? !anchors.includes(target.slice(1)) : !existsSync(path.join(ROOT, "docs", target)),
    );
    expect(dead).toEqual([]);
  });

  it("says what a target and a timeframe come to", () => {
    expect(page).toContain("| `+25%` | relative to the baseline, a share of its size | reach 77.5 or more | error: ");
    expect(page).toContain("from -40, `+25%` means reach -30 or more");
    expect(page).toContain("| `2026-W31` | calendar periods; weeks start on Monday | 2026-07-27 | 2026-08-02 | 7 |");
    expect(page).toContain("| `FY2026-Q2` | 2026-04-01 to 2026-06-30 | 2026-07-01 to 2026-09-30 |");
  });
});

/** Where an anchor stands decides the order of a file's keys. */
const definesAnchor = (text: string): boolean => /: &\w/.test(text);

describe("a file that the format reference shows", () => {
  const blocks = blocksOf(page);
  const [opening] = blocks.filter(({ options }) => options.get("file") === "kpi.yaml");
  const yaml = blocks.filter(({ language }) => language === "yaml").map(({ text }) => text);
  const definitions = yaml.filter((text) => text.startsWith("version: 1\n"));
  const csv = blocks.filter(({ language }) => language === "csv").map(({ text }) => text);

  it.each(["recommended", "strict"])("passes %s without a finding, where it is the first", async (preset) => {
    const config = `version: 1\nextends: ${preset}\n`;
    const { findings, summary } = await checkFiles({ "kpi.yaml": opening?.text ?? "" }, { config });
    expect(findings).toEqual([]);
    expect(summary.kpis).toBe(1);
  });

  it("is in canonical form", () => {
    const written = [opening?.text ?? "", ...definitions].filter((text) => !definesAnchor(text));
    for (const text of written) {
      expect(formatYaml(`${text}\n`, canonOf(schemas.kpi))).toEqual({ ok: true, text: `${text}\n` });
    }
    expect(written.length).toBe(2);
  });

  it.each(definitions.map((text) => [text]))("has nothing against it: %#", async (text) => {
    expect((await checkFiles({ "kpi.yaml": text })).findings).toEqual([]);
  });

  it("is a config that says nothing unknown", async () => {
    const config = yaml.find((text) => text.startsWith("# kpi.config.yaml")) ?? "";
    const { findings } = await checkFiles({ "kpi.config.yaml": config, "kpi.yaml": opening?.text ?? "" });
    expect(findings).toEqual([]);
    const value = readYaml(config).documents[0]?.value;
    const keys = isYamlMap(value) ? Object.keys(value) : [];
    expect(Object.keys(schemas.config.properties ?? {}).filter((key) => !keys.includes(key))).toEqual(["plugins"]);
  });

  it.each(csv.map((text) => [text]))("is a data file that can be read: %#", async (text) => {
    const ratio = text.includes("numerator") ? ", aggregation: ratio" : "";
    const definition = `version: 1\nmetrics:\n  m: { title: Visits of a month, data: m.csv${ratio} }\n`;
    expect((await checkFiles({ "kpi.yaml": definition, "m.csv": text })).findings).toEqual([]);
  });

  it("is found by default where the page says", () => {
    const found = ["kpi.yaml", "a/b.kpi.yaml", "a/b.kpi.yml", "kpis/a.yaml", "kpis/a/b.yml"];
    expect(found.filter((one) => !isDefaultFile(one))).toEqual([]);
    expect(["a/kpi.yaml", "a.yaml", "a/kpis/b.yaml"].filter(isDefaultFile)).toEqual([]);
  });

  it.each(["date,value", "date,value,note", "Date,Numerator,Denominator", "date,numerator,denominator,note"])(
    "may begin with %s",
    (header) => {
      expect(columnsOf(header.split(","))).not.toBeNull();
    },
  );
});

describe("the page of another schema", () => {
  const withGoalField = (name: string, field: JsonSchema): FormatSchemas => {
    const kpi = structuredClone(schemas.kpi);
    const goals = kpi.properties?.goals as { additionalProperties: { properties: Record<string, JsonSchema> } };
    goals.additionalProperties.properties[name] = field;
    return { kpi, config: schemas.config, namedRules: schemas.namedRules };
  };

  it("tells a field that was added, and nothing else is new", async () => {
    const field: JsonSchema = { description: "How it is | will be.", type: "integer", minimum: 2, examples: [3] };
    const before = page.split("\n");
    const added = (await formatText(withGoalField("mood", field))).split("\n").filter((line) => !before.includes(line));
    expect(added).toEqual(["| `mood` |  | whole number from 2 | How it is \\| will be.<br>Example: `3` |"]);
  });

  it("has a section for an object that was added", async () => {
    const field: JsonSchema = {
      title: "Mood",
      description: "How it feels.",
      type: "object",
      properties: { word: { description: "One word.", type: "string" } },
      required: ["word"],
    };
    const text = await formatText(withGoalField("mood", field));
    const shown = fieldRows(text).find(({ heading }) => heading === "Mood");
    expect(shown).toMatchObject({
      places: ["goals.<goal-id>.mood"],
      field: "word",
      cells: ["`word`", "yes", "text", "One word."],
    });
    expect(text).toContain("| `mood` |  | [Mood](#mood) | How it feels. |");
  });
});
