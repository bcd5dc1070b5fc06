/** The few pieces of Markdown that the format reference is made of. */

/** Text as code; a backtick inside takes two around it. */
export function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A table; line breaks and bars in cells are written so that a cell stays a cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("\n", " ").replaceAll("|", "\\|").trim();
}

/** A block of code. */
export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** A heading; `level` is the number of its hashes. */
export function heading(level: number, text: string): string {
  return `${"#".repeat(level)} ${text}`;
}

/** The anchor that a heading gets: lower case, words joined by hyphens, marks left out. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** A link to a heading of the same page. */
export function linkTo(words: string, headingText: string): string {
  return `[${words}](#${slugOf(headingText)})`;
}

/** The page of a rule, as a link from the folder docs. */
export function ruleLink(id: string): string {
  return `[${id}](rules/${id}.md)`;
}

/** Words as a sentence lists them: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], last: "and" | "or" = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
