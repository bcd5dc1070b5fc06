/** The targets, and whether they are met. */

const quicker = (case_, title, peer, corpus, first, second) => ({
  case: case_,
  title,
  kind: "quicker",
  over: `${peer}@${corpus}`,
  under: `check@${corpus}`,
  first,
  second,
});

const cost = (case_, title, over, under, first, second = null) => ({
  case: case_,
  title,
  kind: "cost",
  over,
  under,
  first,
  second,
});
const live = (case_, title, first) => ({
  case: case_,
  title,
  kind: "milliseconds",
  over: case_,
  under: null,
  first,
  second: null,
});

/** One row each; `over` and `under` are contenders, the ratio is the first's time divided by the second's. */
export const TARGETS = [
  quicker("c1k", "c1k against spectral, schema + 8 rules", "spectral", "c1k", 20, 40),
  quicker("c1k", "c1k against bare `yaml` parse", "yaml", "c1k", 7, 12),
  cost("c1k", "c1k against sourcemeta (default mode)", "check@c1k", "sourcemeta@c1k", 2, 1),
  cost("c1k", "c1k against the floor", "check@c1k", "floor@c1k", 7, 3.5),
  cost("c10k", "c10k against sourcemeta", "check@c10k", "sourcemeta@c10k", 1, 0.5),
  cost("c10k", "c10k against c1k (10 x data): time", "check@c10k", "check@c1k", 11),
  {
    case: "c10k",
    title: "c10k: peak memory",
    kind: "megabytes",
    over: "check@c10k",
    under: null,
    first: 600,
    second: null,
  },
  cost("one", "one file against an empty node script", "check@one", "empty-node@one", 2.5, 2),
  cost("defects", "most files with findings, against none", "check@c1k-defects", "check@c1k", 2),
  cost("big", "big, 1,600 findings, against clean", "check@big-defects", "check@big", 2),
  {
    case: "planted",
    title: "planted defects: line and column",
    kind: "planted",
    over: "planted",
    under: null,
    first: 1,
    second: null,
  },
  cost("progress", "`kpi progress` on c1k, against `kpi check`", "progress@c1k", "check@c1k", 1.4),
  cost("diff", "`kpi diff`, 10 of 1,000 files changed, against `kpi check`", "diff@c1k-git", "check@c1k-git", 1.5),
  {
    case: "blame",
    title: "`kpi blame` over 5,000 commits",
    kind: "seconds",
    over: "blame@history",
    under: null,
    first: 3,
    second: null,
  },
  live("watch", "watch: one of 1,000 files changed", 50),
  live("lsp", "language server: one of 1,000 files changed", 50),
  live("hostile", "hostile files: the slowest whole `kpi check`", 2_000),
];

function measured(target, results) {
  if (target.kind === "planted") {
    const fact = results.facts.find(({ corpus }) => corpus === target.over);
    return fact === undefined ? null : { value: fact.found / fact.planted, shown: `${fact.found} of ${fact.planted}` };
  }
  if (target.kind === "milliseconds") {
    const value = results.live[target.over];
    return value === undefined ? null : { value, shown: `${value.toFixed(0)} ms` };
  }
  const group = results.summaries[target.case];
  const over = group?.[target.over];
  if (over === undefined) return null;
  if (target.kind === "seconds") return { value: over.median, shown: `${over.median.toFixed(1)} s` };
  if (target.kind === "megabytes")
    return over.megabytes === null ? null : { value: over.megabytes, shown: `${over.megabytes.toFixed(0)} MB` };
  const under = group[target.under];
  if (under === undefined) return null;
  const value = over.median / under.median;
  return { value, shown: target.kind === "quicker" ? `${value.toFixed(1)} x quicker` : `${value.toFixed(2)} x` };
}

const MORE_IS_BETTER = new Set(["quicker", "planted"]);

function verdict(target, limit, value) {
  if (limit === null) return null;
  return MORE_IS_BETTER.has(target.kind) ? value >= limit : value <= limit;
}

function limitText({ kind }, limit) {
  if (limit === null) return "–";
  if (kind === "planted") return "all";
  if (kind === "milliseconds") return `under ${limit} ms`;
  if (kind === "megabytes") return `under ${limit} MB`;
  if (kind === "seconds") return `under ${limit} s`;
  return kind === "quicker" ? `≥ ${limit} x` : `≤ ${limit} x`;
}

/** Every target of the cases that were asked for, with what was measured and, per step, met: true, false or null. */
export function judge(cases, results) {
  return TARGETS.filter((target) => cases.includes(target.case)).map((target) => {
    const found = results.notBuilt.includes(target.case) ? null : measured(target, results);
    const state = results.notBuilt.includes(target.case) ? "not built yet" : "not measured";
    return {
      case: target.case,
      title: target.title,
      value: found?.value ?? null,
      shown: found?.shown ?? state,
      first: {
        limit: limitText(target, target.first),
        met: found === null ? null : verdict(target, target.first, found.value),
      },
      second: {
        limit: limitText(target, target.second),
        met: found === null ? null : verdict(target, target.second, found.value),
      },
    };
  });
}
