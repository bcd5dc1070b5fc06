/** Compares what the product finds with what was planted. */

const keyOf = (file, line, column) => `${file}:${line}:${column}`;

/** Takes each planted defect's finding out of `open`; returns the defects that nothing matches. */
function takeMatches(planted, open) {
  return planted.filter(({ rule, file, line, column }) => {
    const here = open.get(keyOf(file, line, column)) ?? [];
    const index = here.findIndex((finding) => finding.ruleId === rule);
    if (index >= 0) here.splice(index, 1);
    return index < 0;
  });
}

/** A missed defect, with what stands on its line or beside it, to see why. */
function explain(defect, findings) {
  const near = findings.filter(
    ({ file, range }) => file === defect.file && Math.abs(defect.line - range.start.line) <= 1,
  );
  const instead = near.map(
    ({ ruleId, file, range }) => `${ruleId} ${keyOf(file, range.start.line, range.start.column)}`,
  );
  return { ...defect, instead };
}

function tally(findings) {
  const counts = {};
  for (const { ruleId } of findings) counts[ruleId] = (counts[ruleId] ?? 0) + 1;
  return counts;
}

/** What `check --format json` said about a corpus, and how it compares with `planted` (null where it is clean). */
export function compareFindings(corpus, report, planted) {
  const { findings, summary } = report;
  const fact = {
    corpus,
    files: summary.files,
    errors: summary.errors,
    findings: findings.length,
    byRule: tally(findings),
  };
  if (planted === null) return { ...fact, planted: null, found: 0, beside: 0, missed: [] };
  const open = new Map();
  for (const finding of findings) {
    const { line, column } = finding.range.start;
    const key = keyOf(finding.file, line, column);
    open.set(key, [...(open.get(key) ?? []), finding]);
  }
  const missed = takeMatches(planted, open);
  const beside = [...open.values()].flat();
  return {
    ...fact,
    planted: planted.length,
    found: planted.length - missed.length,
    beside: beside.length,
    besideByRule: tally(beside),
    missed: missed.map((defect) => explain(defect, findings)),
  };
}
