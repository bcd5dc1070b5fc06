/** What a rule is: metadata from which presets, tables, pages and SARIF are derived, and a check. */
import type { ZodType, z } from "zod";
import type { EntityRef, Place, ProposedChange, Severity } from "../findings/finding.ts";
import type { KeyPath } from "../text/source.ts";
import type { Day } from "../workspace/day.ts";
import type { Entity, Goal, Kpi, Metric, Origin, Workspace } from "../workspace/model.ts";
export type Level = Severity | "off";
/** Levels in order: the stricter one has the larger number. */
export declare const RANK: Readonly<Record<Level, number>>;
/** The SMART letter a rule counts for; null for links, files and the portfolio. */
export type Letter = "S" | "M" | "A" | "R" | "T";
/** A message, or a message whose level differs from the rule's. */
export type Message = string | {
    readonly text: string;
    readonly level: Level;
};
/** Files of a tiny workspace that shows a rule; the path `kpi.yaml` is the one that is printed. */
export interface Example {
    readonly files: Readonly<Record<string, string>>;
    /** The day the example is judged on; 2026-08-15 unless it matters. */
    readonly asOf?: string;
    /** Today, for rules that look at it only where no other day is chosen; excludes `asOf`. */
    readonly today?: string;
}
/** Where a problem stands inside an entity, or any place. */
export interface At {
    readonly path?: KeyPath;
    readonly at?: "key" | "value";
    /** Characters of the scalar's value. */
    readonly slice?: readonly [start: number, end: number];
}
export interface Report {
    readonly message: string;
    /** What the placeholders of the message stand for. */
    readonly data?: Readonly<Record<string, string | number>>;
    readonly place: Place;
    readonly entity: EntityRef | null;
    readonly suggestions?: readonly ProposedChange[];
    readonly fix?: ProposedChange;
    readonly related?: readonly {
        readonly place: Place;
        readonly message: string;
    }[];
    /** What tells two reports on the same path apart, such as a row's date. */
    readonly discriminator?: string;
    /** Overrules the level downwards; a draft's missing parts are informational whatever the level. */
    readonly severity?: Severity;
}
export interface RuleContext<Options = unknown> {
    readonly workspace: Workspace;
    readonly asOf: Day;
    /** Whether the user chose `asOf`; only then may values lie after it. */
    readonly asOfGiven: boolean;
    readonly options: Options;
    report(report: Report): void;
}
/** What a team can set for a rule in `[level, { … }]`. */
export interface RuleOptions<Options> {
    /** What holds where nothing is set; plain data, read on every run. */
    readonly defaults: Options;
    /** What may stand in an option that is a list; where a name is not here, anything may. */
    readonly among?: Readonly<Record<string, readonly string[]>>;
    /**
     * The shape of the options, with these defaults: `parse({})` gives `defaults`. It is handed zod only
     * where the published schema is made or checked, so that no run of the command line loads it.
     */
    readonly schema: (zod: typeof z) => ZodType<Options>;
}
export interface RuleMeta<Options = unknown> {
    /** `group/name`; the rule's file is `src/rules/group/name.ts`. */
    readonly id: string;
    /** One sentence: what the rule finds. */
    readonly summary: string;
    readonly letter: Letter | null;
    /** The level under `recommended`; `strict` is computed. */
    readonly level: Level;
    /** A rule on words (marked T in the catalogue): never above a warning, off for other languages. */
    readonly text?: true;
    /** Its level under `strict` is that of `recommended`. */
    readonly steady?: true;
    readonly fixable?: "fix" | "suggestion";
    /** By message id, with `{placeholders}`. */
    readonly messages: Readonly<Record<string, Message>>;
    /** Why it matters and what to write instead: Markdown for the rule's page. */
    readonly docs: string;
    /** Gets a finding of this rule and of no other. */
    readonly bad: Example;
    /** Silent under `strict`. */
    readonly good: Example;
    readonly options?: RuleOptions<Options>;
    /** Its page, for rules of plug-ins; empty for none. Our own pages follow from the id. */
    readonly url?: string;
}
/** What a config needs to know of a rule, or of a verdict on changes, to set its level. */
export type Configurable = Pick<RuleMeta, "id" | "text" | "steady" | "level" | "messages" | "options">;
export interface Rule<Options = unknown> extends RuleMeta<Options> {
    readonly goal?: (goal: Goal, context: RuleContext<Options>) => void;
    readonly metric?: (metric: Metric, context: RuleContext<Options>) => void;
    readonly kpi?: (kpi: Kpi, context: RuleContext<Options>) => void;
    readonly workspace?: (context: RuleContext<Options>) => void;
}
/** Declares a rule; the only thing a rule file exports. What its options are is known only inside. */
export declare function defineRule<Options = unknown>(rule: Rule<Options>): Rule;
/** The options a rule runs with: what is configured, over its defaults. */
export declare function optionsOf(rule: Pick<RuleMeta, "options">, configured: Readonly<Record<string, unknown>> | null): unknown;
/** A level under `strict`: one step up, except that words never block a merge. */
export declare function strictLevel(rule: Pick<RuleMeta, "text" | "steady">, level: Level): Level;
/** The place of a field of an entity; without a path, the entity's own key. */
export declare function placeOf(entity: EntityRef & {
    readonly origin: Origin;
}, where?: At): Place;
/** An entity without its content, for findings. */
export declare function refOf(entity: Entity): EntityRef;
/** Puts data into the placeholders of a message. */
export declare function fill(message: string, data: Readonly<Record<string, string | number>>): string;
