/** The format reference as a reader takes it apart: sections, the fields of their tables, examples, links. */

/** A row of a table of fields. */
export interface FieldRow {
  readonly heading: string;
  /** Where the section says that its object stands; empty for a whole file. */
  readonly places: readonly string[];
  readonly field: string;
  readonly cells: readonly string[];
  /** What stands behind "Example" in the last cell, as it would be typed. */
  readonly examples: readonly string[];
}

/** A table with the number of its first line, from 1. */
export interface Table {
  readonly line: number;
  readonly rows: readonly (readonly string[])[];
}

/** The heading under which the tables of `kpi.config.yaml` begin. */
export const CONFIG_HEADING = "Config";
const FIELD_HEAD = "field";

/** Every row of every table of fields, in the order of the page. */
export function fieldRows(page: string): readonly FieldRow[] {
  const lines = page.split("\n");
  return tablesOf(page).flatMap(({ line, rows: [head = [], , ...rows] }) => {
    if (head[0] !== FIELD_HEAD) return [];
    const above = lines.slice(0, line);
    const start = above.findLastIndex((text) => /^##+ /.test(text));
    const heading = above[start]?.replace(/^#+ /, "") ?? "";
    const stands = above.slice(start).find((text) => text.startsWith("Stands at "));
    const places = stands === undefined ? [""] : codesIn(stands);
    return rows.map((cells) => ({
      heading,
      places,
      field: codesIn(cells[0] ?? "")[0] ?? "",
      cells,
      examples: codesIn(/Examples?: (.*)$/.exec(cells.at(-1) ?? "")?.[1] ?? ""),
    }));
  });
}

/** The tables of a page; cells are as they are shown, so that `\|` is a bar. */
export function tablesOf(page: string): readonly Table[] {
  const tables: { line: number; rows: string[][] }[] = [];
  let inCode = false;
  for (const [index, text] of page.split("\n").entries()) {
    if (text.startsWith("```")) inCode = !inCode;
    if (inCode || !text.startsWith("|")) continue;
    const cells = text.slice(1, -1).split(/(?<!\\)\|/);
    const last = tables.at(-1);
    const row = cells.map((cell) => cell.replaceAll("\\|", "|").trim());
    if (last !== undefined && last.line + last.rows.length === index + 1) last.rows.push(row);
    else tables.push({ line: index + 1, rows: [row] });
  }
  return tables;
}

function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<!`)(`+)(?!`) ?(.+?) ?(?<!`)\1(?!`)/g)].map(([, , code = ""]) => code);
}

/** The anchors of a page, and the targets of its links. */
export function linksOf(page: string): { readonly anchors: readonly string[]; readonly targets: readonly string[] } {
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => title);
  const anchors = headings.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
  return { anchors, targets: [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = ""]) => target) };
}
