/** Tables of text. */

/** Lays out rows of cells under a head; columns named in `right` are aligned to the right. */
export function table(head, rows, right = []) {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i].length)));
  const line = (cells) =>
    cells
      .map((cell, i) => (right.includes(head[i]) ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

const mark = ({ limit, met }) => (met === null ? limit : `${limit} ${met ? "met" : "NOT MET"}`);

/** The table of targets. */
export function targetTable(rows) {
  return table(
    ["target", "measured", "first step", "second step"],
    rows.map((row) => [row.title, row.shown, mark(row.first), mark(row.second)]),
    ["measured"],
  );
}

/** What every contender took, beside the product's check in the same rounds. */
export function contenderTable(summaries) {
  const rows = [];
  for (const [name, group] of Object.entries(summaries)) {
    for (const summary of Object.values(group)) {
      const own = group[`check@${summary.corpus}`] ?? Object.values(group)[0];
      rows.push([
        name,
        summary.title,
        summary.corpus,
        `${(summary.median / own.median).toFixed(2)} x`,
        summary.median.toFixed(2),
        `${summary.min.toFixed(2)}-${summary.max.toFixed(2)}`,
        summary.megabytes === null ? "–" : summary.megabytes.toFixed(0),
        String(summary.runs),
      ]);
    }
  }
  const head = ["case", "what", "corpus", "to check", "seconds", "min-max", "peak MB", "runs"];
  return table(head, rows, ["to check", "seconds", "min-max", "peak MB", "runs"]);
}

/** What the product found in each corpus. */
export function factTable(facts) {
  const rows = facts.map((fact) => [
    fact.corpus,
    String(fact.files),
    String(fact.findings),
    fact.planted === null ? "–" : `${fact.found} of ${fact.planted}`,
    fact.planted === null ? "–" : String(fact.beside),
  ]);
  return table(["corpus", "files", "findings", "planted found", "others"], rows, [
    "files",
    "findings",
    "planted found",
    "others",
  ]);
}
