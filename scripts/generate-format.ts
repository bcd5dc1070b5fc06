/** The format reference, docs/format.md, from the schemas and from what the program does with examples. */

import { verdicts } from "../src/changes/verdicts/index.ts";
import { configSchema } from "../src/config/published.ts";
import { definitionFile } from "../src/definition/file.ts";
import type { JsonSchema } from "../src/definition/json-schema.ts";
import { SCHEMA_URL } from "../src/definition/urls.ts";
import { toJsonSchema } from "../src/definition/zod-to-json-schema.ts";
import { rules } from "../src/rules/index.ts";
import { levelTable, optionTable } from "./format/config.ts";
import { linkTo, slugOf, table } from "./format/markdown.ts";
import { type More, section } from "./format/objects.ts";
import { type Part, partsOf } from "./format/parts.ts";
import * as prose from "./format/prose.ts";
import { dataLimits, refusedTable, scalarTable } from "./format/reading.ts";
import { targetTables } from "./format/targets.ts";
import { textFormTable } from "./format/text-forms.ts";
import { periodTable, timeframeTables } from "./format/timeframes.ts";
import { dataTraps, yamlTraps } from "./format/traps.ts";
import { TEXT_FORMS } from "./format/words.ts";
import type { Output } from "./output.ts";

/** What the page is made from. */
export interface FormatSchemas {
  readonly kpi: JsonSchema;
  /** The config with any rule ids. */
  readonly config: JsonSchema;
  /** The config with every rule by its id. */
  readonly namedRules: JsonSchema;
}

/** The sections of definition files, in the order of the page. */
const CHAPTERS = ["Top level", "Goal", "Metric", "KPI", "Target", "Timeframe", "Removal"];
const CHAPTER_OF_MAP: Readonly<Record<string, string>> = {
  goals: "Goal",
  metrics: "Metric",
  kpis: "KPI",
  removed: "Removal",
};

/** The page docs/format.md. */
export async function formatPage(): Promise<Output> {
  return { path: "docs/format.md", text: await formatText(currentSchemas()) };
}

/** The schemas as they follow from the zod schemas, whatever is published. */
export function currentSchemas(): FormatSchemas {
  return {
    kpi: toJsonSchema(definitionFile, SCHEMA_URL),
    config: configSchema([]),
    namedRules: configSchema([...rules, ...verdicts]),
  };
}

/** The text of the page for some schemas. */
export async function formatText(schemas: FormatSchemas): Promise<string> {
  const sections = [
    prose.COMPLETE,
    prose.FILES,
    ids(schemas.kpi),
    ...definitionSections(schemas.kpi),
    textForms(schemas),
    `${prose.TRAPS}\n\n${await yamlTraps()}`,
    await dataFiles(),
    [prose.YAML, scalarTable(), prose.YAML_SHARED, refusedTable()].join("\n\n"),
    ...configSections(schemas),
    prose.SUPPRESSING,
  ];
  const page = [prose.TITLE, contents(sections), ...sections];
  return `${page.join("\n\n")}\n`;
}

function ids(kpi: JsonSchema): string {
  const goals = kpi.properties?.goals;
  const form = typeof goals === "object" ? goals.propertyNames?.patternErrorMessage : undefined;
  return prose.ids(form ?? "", kpi.patternProperties?.["^x-"]?.description ?? "");
}

function definitionSections(kpi: JsonSchema): readonly string[] {
  const parts = partsOf(kpi, "Top level");
  const more: More = {
    Target: { pieces: targetTables },
    Timeframe: { lead: prose.TIMEFRAME_LEAD, pieces: timeframeTables },
    Value: { pieces: () => [prose.VALUES] },
  };
  return CHAPTERS.flatMap((chapter) =>
    parts
      .filter((part) => chapterOf(part) === chapter)
      .map((part) => section(part, part.title === chapter ? 2 : 3, parts, more)),
  );
}

function chapterOf({ title, form, places: [place = ""] }: Part): string {
  const name = form?.title ?? title;
  return CHAPTERS.includes(name) ? name : (CHAPTER_OF_MAP[place.split(".")[0] ?? ""] ?? "Top level");
}

function textForms({ kpi, config }: FormatSchemas): string {
  const lead = "These forms of text stand in several fields:";
  return `## ${TEXT_FORMS}\n\n${lead}\n\n${textFormTable([kpi, config])}`;
}

async function dataFiles(): Promise<string> {
  const wrong = [...(await dataTraps()), ...dataLimits()];
  const answered = table(["written", "what `kpi check` says", "what it offers"], wrong);
  return [prose.DATA_FILES, periodTable(), prose.RATIO, answered].join("\n\n");
}

function configSections({ config, namedRules }: FormatSchemas): readonly string[] {
  const parts = partsOf(config, "Config");
  const options = [levelTable(namedRules), prose.OPTIONS_LEAD, optionTable(namedRules)];
  const more: More = { ...prose.CONFIG_MORE, Rule: { lead: prose.RULE_LEAD, pieces: () => options } };
  return parts.map((part) => section(part, part.title === "Config" ? 2 : 3, parts, more));
}

/** Links to all sections, those below a chapter on its line. */
function contents(sections: readonly string[]): string {
  const chapters: { readonly link: string; readonly below: string[] }[] = [];
  const anchors = new Set<string>();
  for (const [, hashes, title = ""] of sections.join("\n").matchAll(/^(##+) (.+)$/gm)) {
    if (anchors.has(slugOf(title))) throw new Error(`Two sections have the anchor of ${title}`);
    anchors.add(slugOf(title));
    const link = linkTo(title, title);
    if (hashes === "##") chapters.push({ link, below: [] });
    else chapters.at(-1)?.below.push(link);
  }
  return chapters.map(({ link, below }) => `- ${link}${below.length > 0 ? `: ${below.join(", ")}` : ""}`).join("\n");
}
