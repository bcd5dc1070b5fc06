/** The page a reviewer reads: verdict first, why it fails and what to do, what changes, what is newly wrong, progress. */

import { listed } from "../../text/listed.ts";
import { versionName } from "../review/names.ts";
import { unreadWords } from "../review/unread.ts";
import type { ReviewView } from "../review/view.ts";
import { laneSentence, verdictSentence } from "../review/words.ts";
import { shorten } from "../untrusted.ts";
import { count, levels, marks, number } from "../words.ts";
import { code, inline, link, sentence } from "./cells.ts";
import { changesSection, kpisInTable, smallSection, wordsSection } from "./changes.ts";
import { findingsSection } from "./findings.ts";
import type { ActionDiff, ActionReport } from "./model.ts";
import { type Page, pageText, rowsOf, type Section } from "./page.ts";
import { chartsSection, needingAttention, portfolioLine, progressSection } from "./progress.ts";
import { reasonsSection } from "./reasons.ts";

export interface BodyOptions {
  /** UTF-16 code units at most, and no fewer than a thousand; the body is cut at whole rows. */
  readonly limit: number;
  /** Where the report was made, when it is not this run that posts it. */
  readonly origin?: string;
}

const SENTENCE_LENGTH = 300;
/** Several reasons to fail stand in one line of this length, or in lines of their own. */
const LINE_LENGTH = 160;
const VERSION_LENGTH = 40;
const SHA_LENGTH = 10;
/** Reasons to fail, and files that cannot be read, that are named. */
const FAILURES = 5;
const FILES = 3;
const NOBODY: ReadonlySet<string> = new Set();

/** The body of the comment, and the job summary. */
export function reportBody(report: ActionReport, options: BodyOptions): string {
  return pageText(pageOf(report, options.origin), options.limit);
}

/** What a comment says where there is nothing to say any more: one line. */
export function cleanBody(report: ActionReport, origin?: string): string {
  return pageText(quietPage(report, origin), Number.POSITIVE_INFINITY);
}

/** Whether there is anything that a reviewer must see. */
export function hasNews(report: ActionReport): boolean {
  return report.conclusion === "failure" || report.check.findings.length > 0 || mayChangeMeaning(report);
}

/** Whether anything changes, or may change: what could not be compared is no reason to be calm. */
export function mayChangeMeaning({ diff, noBase }: ActionReport): boolean {
  return noBase !== null || (diff !== null && diff.changes.length + diff.unread.length + diff.unreadInBase.length > 0);
}

function pageOf(report: ActionReport, origin?: string): Page {
  const { diff, sections } = report;
  const isQuiet = diff !== null && diff.effects.length === 0 && !hasNews(report);
  if (isQuiet) return quietPage(report, origin);
  const view = diff === null || !sections.includes("changes") ? null : viewOf(diff);
  const about = factsOf(report, origin).join(" · ");
  const findings = sections.includes("findings") ? [findingsSection(report)] : [];
  const told = view === null ? NOBODY : kpisInTable(view);
  const progress = sections.includes("progress") ? [progressSection(report, told)] : [];
  const charts = sections.includes("progress") ? [chartsSection(report)] : [];
  if (view === null) {
    return {
      verdict: verdictAndPortfolio(report),
      intro: [about, ...notCompared(report), ...failures(report)],
      sections: [...(report.noBase === null ? [...progress, ...findings] : [...findings, ...progress]), ...charts],
      footer: footerOf(makerFacts(report)),
    };
  }
  return {
    verdict: verdictOf(report),
    intro: [`${laneSentence(view)} · ${about}`, ...notCompared(report), ...failures(report), ...unread(view)],
    sections: [
      reasonsSection(view),
      changesSection(view, diff?.ended ?? []),
      ...findings,
      ...progress,
      ...(sections.includes("progress") ? [only(`In all, ${portfolioLine(report)}.`)] : []),
      wordsSection(view),
      smallSection(view),
      ...charts,
    ],
    footer: footerOf(makerFacts(report)),
  };
}

/** An unchanged portfolio is one line. */
function quietPage(report: ActionReport, origin?: string): Page {
  const footer = footerOf([...factsOf(report, origin), ...makerFacts(report)]);
  return { verdict: verdictAndPortfolio(report), intro: [], sections: [], footer };
}

/** One line; without KPIs, as where the config is wrong, there is nothing to add to the verdict. */
function verdictAndPortfolio(report: ActionReport): string {
  return report.progress.kpis === 0 ? verdictOf(report) : `${verdictOf(report)} ${portfolioLine(report)}.`;
}

/** `✖ **1 KPI changes meaning; 1 target is eased without a reason; nothing new is broken.**` */
function verdictOf(report: ActionReport): string {
  const mark = report.conclusion === "failure" ? marks.fail : isWorthALook(report) ? marks.warn : marks.pass;
  return `${mark.symbol} **${verdictWords(report)}**`;
}

/** Whether the sentence of the verdict names anything that somebody should look at. */
function isWorthALook(report: ActionReport): boolean {
  const { diff, noBase, check } = report;
  if (noBase !== null || check.counts.errors + check.counts.warnings > 0) return true;
  if (diff === null) return worthAttention(report) > 0;
  const { errors, warnings, eased } = diff.summary;
  return errors + warnings + eased + diff.unread.length + diff.unreadInBase.length > 0;
}

/** The same whatever the sections are: the sign stands for all of it. */
function verdictWords(report: ActionReport): string {
  const { diff, noBase } = report;
  if (diff !== null) return verdictSentence(viewOf(diff), [brokenClause(report)]);
  const missing = noBase === null ? [] : ["changes are not compared"];
  const text = [...missing, ...attentionClause(report), brokenClause(report)].join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** `nothing new is broken`, `2 new errors, 1 new warning`. */
function brokenClause({ check, diff }: ActionReport): string {
  const { errors, warnings } = check.counts;
  const word = diff === null ? "" : "new ";
  if (errors + warnings === 0) return `nothing ${word}is broken`;
  return [
    ...(errors > 0 ? [count(errors, `${word}error`)] : []),
    ...(warnings > 0 ? [count(warnings, `${word}warning`)] : []),
  ].join(", ");
}

/** `6 of 20 KPIs need attention`. */
function attentionClause(report: ActionReport): readonly string[] {
  const all = worthAttention(report);
  const of = count(report.progress.kpis, "KPI");
  return all === 0 ? [] : [`${number(all)} of ${of} ${all === 1 ? "needs" : "need"} attention`];
}

/** KPIs that need attention where nothing was compared; what is only stale is among those that are shown. */
function worthAttention({ progress: { byStatus, shown } }: ActionReport): number {
  return Math.max(needingAttention(byStatus), shown.length);
}

function failures({ failures: all }: ActionReport): readonly string[] {
  const named = all.slice(0, FAILURES).map((failure) => sentence(failure, SENTENCE_LENGTH));
  if (all.length > FAILURES) named.push(count(all.length - FAILURES, "more reason"));
  if (named.length === 0) return [];
  const inLine = named.join("; ");
  if (inLine.length <= LINE_LENGTH) return [`**Fails:** ${inLine}`];
  return [`**Fails:**\n\n${named.map((text) => `- ${text}`).join("\n")}`];
}

/** Why changes are missing, or may be wrong. */
function notCompared({ diff, noBase }: ActionReport): readonly string[] {
  if (noBase === null) return [];
  const what = diff === null ? "Changes are not compared" : "The comparison may be wrong";
  return [`${levels.warning.symbol} **${what}:** ${sentence(noBase, SENTENCE_LENGTH)}.`];
}

function unread(view: ReviewView): readonly string[] {
  return unreadWords(view, FILES).map(({ severity, words, files, more }) => {
    const named = files.map(code);
    if (more > 0) named.push(`${more} more`);
    const advice = severity === "error" ? " `kpi check`, or a note of `kpi diff`, says why." : "";
    return `${levels[severity].symbol} ${words} ${listed(named)}.${advice}`;
  });
}

/** What was compared, as on which day, and in which other run, where it was not this one. */
function factsOf({ diff, asOf, sha, run }: ActionReport, origin?: string): readonly string[] {
  const commit = code(sha.slice(0, SHA_LENGTH));
  const head = diff === null || diff.head === WORKING_TREE ? commit : code(versionName(diff.head));
  const versions = diff === null ? commit : `${code(versionName(diff.base))} → ${head}`;
  return [
    ...(sha === "" && diff === null ? [] : [versions]),
    `as of ${inline(shorten(asOf, VERSION_LENGTH))}`,
    ...(origin === undefined ? [] : [link(origin, run.url)]),
  ];
}

/** What a review calls the files of a checkout; a reader knows them by their commit. */
const WORKING_TREE = "working tree";

/** What made the page. The run is not named: a page that says the same as the one before it is the same. */
function makerFacts({ tool, workspace }: ActionReport): readonly string[] {
  const version = `kpi-as-code ${inline(shorten(tool.version, VERSION_LENGTH))}`;
  return workspace === "." ? [version] : [code(workspace), version];
}

function footerOf(facts: readonly string[]): string {
  return `<sub>${facts.join(" · ")}</sub>`;
}

function only(text: string): Section {
  return { blocks: [{ head: () => "", rows: rowsOf([text]), tail: "", between: "\n" }], beyond: 0, more: null };
}

function viewOf(diff: ActionDiff): ReviewView {
  return {
    names: { base: diff.base, head: diff.head },
    asOf: diff.asOf,
    lane: diff.lane,
    summary: diff.summary,
    changes: diff.changes,
    effects: diff.effects.map(({ kpi, title, ...attribution }) => ({
      id: kpi,
      kpi: { definition: title === null ? {} : { title } },
      attribution,
    })),
    unread: diff.unread,
    unreadInBase: diff.unreadInBase,
  };
}
