/** What is wrong with a suppression comment: no reason, an ended date, unknown rules, nothing left to suppress. */

import type { Problem, ProposedChange } from "../findings/finding.ts";
import { isUntouchable } from "../rules/untouchable.ts";
import type { SuppressionComment } from "../text/comments.ts";
import { nearestTo } from "../text/nearest.ts";
import { SUPPRESSION_DIRECTIVES, type Words } from "../text/suppression-words.ts";

/** Whether a comment takes findings out, or why not. */
export type Standing = "holds" | "no-directive" | "no-reason" | "no-day" | "ended";

/** A comment with what became of it. */
export interface Judged {
  readonly comment: SuppressionComment;
  readonly standing: Standing;
  /** The names that a finding stands for, whether or not the comment holds. */
  readonly used: Set<Words>;
}

/** What a comment may name. */
export interface RuleNames {
  readonly ids: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** What can be suppressed, for suggestions: ids, and groups as `data/*`. */
  readonly suppressible: readonly string[];
}

/** The names for the ids of all rules. */
export function ruleNames(ruleIds: readonly string[]): RuleNames {
  const groups = new Set(ruleIds.map((id) => id.slice(0, id.indexOf("/"))));
  const all = [...ruleIds, ...[...groups].map((group) => `${group}/*`)];
  return { ids: new Set(ruleIds), groups, suppressible: all.filter((name) => !isUntouchable(name)) };
}

export interface CommentContext {
  readonly file: string;
  readonly names: RuleNames;
  /** Whether a finding of this name could be there, so that its absence says something. */
  readonly isOn: (name: string) => boolean;
}

/** One problem for each cause. */
export function problemsOf(judged: Judged, context: CommentContext): readonly Problem[] {
  const { comment, standing } = judged;
  if (standing === "no-directive") return [unknownDirective(comment, context)];
  if (comment.rules.length === 0) return [noRules(comment, context)];
  const wrong = comment.rules.flatMap((name) => nameProblem(comment, name, context) ?? []);
  // Nothing is left of the comment that a reason or a date could be for.
  if (wrong.length === comment.rules.length) return wrong;
  if (standing === "no-reason") return [...wrong, noReason(comment, context)];
  if (standing === "no-day" || standing === "ended") return [...wrong, expired(judged, context)];
  return [...wrong, ...unused(judged, context)];
}

const DIRECTIVES = Object.keys(SUPPRESSION_DIRECTIVES);

function unknownDirective(comment: SuppressionComment, context: CommentContext): Problem {
  const { directive } = comment;
  const nearest = nearestTo(directive.text, DIRECTIVES);
  const advice =
    nearest === null
      ? `write ${DIRECTIVES.slice(0, -1).join(", ")} or ${DIRECTIVES.at(-1)}.`
      : `did you mean "${nearest}"?`;
  return {
    ...problem(comment, context, "unknown-rule", "directive", directive),
    message: `There is no "${directive.text}"; ${advice}`,
    suggestions: nearest === null ? [] : [{ title: `Write ${nearest}`, replace: nearest }],
  };
}

function noRules(comment: SuppressionComment, context: CommentContext): Problem {
  return { ...problem(comment, context, "unknown-rule", "unnamed", comment), message: nameIt(comment) };
}

function nameIt({ directive }: SuppressionComment): string {
  return `Name the rule to suppress: "${directive.text} data/gap -- reason", or "data/*" for a whole group.`;
}

function nameProblem(comment: SuppressionComment, name: Words, context: CommentContext): Problem | null {
  const { ids, groups, suppressible } = context.names;
  if (name.text === "*") {
    return { ...problem(comment, context, "unknown-rule", "everything", name), message: nameIt(comment) };
  }
  const why = untouchable(name.text);
  if (why !== null) {
    return { ...problem(comment, context, "unknown-rule", "untouchable", name), message: why };
  }
  if (ids.has(name.text) || (name.text.endsWith("/*") && groups.has(name.text.slice(0, -2)))) return null;
  const group = name.text.replace(/\/\*?$/, "");
  const nearest = groups.has(group) ? `${group}/*` : nearestTo(name.text, suppressible);
  const advice = nearest === null ? "`kpi rules` lists all rules" : `did you mean "${nearest}"?`;
  return {
    ...problem(comment, context, "unknown-rule", "unknown", name),
    message: `There is no rule "${name.text}"; ${advice}`,
    suggestions: nearest === null ? [] : [{ title: `Write ${nearest}`, replace: nearest }],
  };
}

/** Why findings of a rule or a group are never suppressed; null where they can be. */
function untouchable(name: string): string | null {
  const group = name.split("/")[0];
  if (group === "yaml")
    return `"${name}" cannot be suppressed: what cannot be read cannot be checked; correct the YAML.`;
  if (group === "config") return `"${name}" cannot be suppressed: correct kpi.config.yaml.`;
  if (group === "suppression") return `"${name}" cannot be suppressed: correct or remove the comment it speaks of.`;
  if (group === "known") return `"${name}" cannot be suppressed: remove the entry from kpi.known.json.`;
  if (group === "diff") return `"${name}" is not suppressed by a comment: write the reason under \`changes\`.`;
  return null;
}

function noReason(comment: SuppressionComment, context: CommentContext): Problem {
  const { unmarked, directive, rules } = comment;
  const written = `"# ${directive.text} ${rules.map(({ text }) => text).join(", ")} -- reason"`;
  if (unmarked === null) {
    return {
      ...problem(comment, context, "no-reason", "missing", comment),
      message: `A suppression without a reason suppresses nothing; write why: ${written}.`,
    };
  }
  const said = unmarked.text.replace(/^[^\p{L}\p{N}]+/u, "");
  return {
    ...problem(comment, context, "no-reason", "hyphens", unmarked),
    message: `Two hyphens stand before the reason: ${written}; until then nothing is suppressed.`,
    suggestions: said === "" ? [] : [{ title: "Write -- before the reason", replace: `-- ${said}` }],
  };
}

function expired({ comment, standing, used }: Judged, context: CommentContext): Problem {
  const until = comment.until ?? comment;
  if (standing === "no-day") {
    return {
      ...problem(comment, context, "expired", "no-day", until),
      message: `"until:${until.text}" names no day, so nothing is suppressed; write until:2026-12-31, or leave it out.`,
    };
  }
  const isLeft = used.size > 0;
  const advice = isLeft ? "correct the finding, or write a later day" : "nothing is left to suppress, so remove it";
  return {
    ...problem(comment, context, "expired", isLeft ? "ended" : "ended-unused", until),
    message: `This suppression ended on ${until.text}; ${advice}.`,
    suggestions: isLeft ? [] : [removeComment(comment, context)],
  };
}

/** One problem for a comment of which nothing is used, else one for each unused name. */
function unused({ comment, used }: Judged, context: CommentContext): readonly Problem[] {
  const { rules } = comment;
  const idle = rules.filter((name) => !used.has(name) && context.isOn(name.text));
  if (idle.length === 0) return [];
  if (idle.length === rules.length) {
    const what = rules.map(({ text }) => text).join(", ");
    return [
      {
        ...problem(comment, context, "unused", "unused", comment),
        message: `Nothing here is found by ${what}; remove this suppression.`,
        fix: removeComment(comment, context),
      },
    ];
  }
  const isIdle = new Set(idle);
  const lastStaying = rules.findLastIndex((name) => !isIdle.has(name));
  return rules.flatMap((name, index) => {
    if (!isIdle.has(name)) return [];
    const at = { file: context.file, ...withOneComma(rules, index, index < lastStaying) };
    return {
      ...problem(comment, context, "unused", "unused-rule", name),
      message: `Nothing here is found by ${name.text}; remove it from this suppression.`,
      fix: { title: `Remove ${name.text}`, replace: "", at },
    };
  });
}

function removeComment({ removal }: SuppressionComment, { file }: CommentContext): ProposedChange {
  return { title: "Remove the comment", replace: "", at: { file, start: removal.start, end: removal.end } };
}

/** A name with the comma behind or before it, so that all idle names can go at once: edits of two never meet. */
function withOneComma(
  rules: readonly Words[],
  index: number,
  behind: boolean,
): { readonly start: number; readonly end: number } {
  const { start, end } = rules[index] ?? { start: 0, end: 0 };
  return behind ? { start, end: rules[index + 1]?.start ?? end } : { start: rules[index - 1]?.end ?? start, end };
}

/** What all problems of a comment share. The words of the comment tell them apart, never its line. */
function problem(
  comment: SuppressionComment,
  { file }: CommentContext,
  rule: "no-reason" | "unused" | "expired" | "unknown-rule",
  messageId: string,
  at: Words,
): Omit<Problem, "message"> {
  const words = at === comment ? comment.rules.map(({ text }) => text).join(" ") : at.text;
  return {
    ruleId: `suppression/${rule}`,
    messageId,
    place: { file, start: at.start, end: at.end },
    entity: null,
    discriminator: `${comment.directive.text} ${words}`,
  };
}
