/** Pieces that goals, metrics, KPIs and the config share. Descriptions are Markdown: editors show them on hover. */
import { z } from "zod";
import type { Form, Reference, Snippet } from "./json-schema.ts";
/** What an editor shows of a field. The first sentence says what it means; then unit, default and a tip. */
export interface FieldDoc {
    readonly title: string;
    readonly description: string;
    readonly examples: readonly unknown[];
    readonly default?: unknown;
    readonly defaultSnippets?: readonly Snippet[];
    readonly patternErrorMessage?: string;
}
type Strict<S extends z.core.$ZodLooseShape> = z.ZodObject<S, z.core.$strict>;
/** An object with these fields only, and any keys that begin with `x-`. */
export declare function fields<S extends z.core.$ZodLooseShape>(shape: S): z.ZodType<z.output<Strict<S>>, z.input<Strict<S>>>;
/** For `allOf`: where `key` is `value` ("then"), or is not ("else"), these keys are required. A check beside it says the same to zod. */
export declare function requireWhen(key: string, value: string | null, branch: "then" | "else", required: readonly string[]): {
    [branch]: {
        type: string;
        required: readonly string[];
    };
    if: {
        type: string;
        properties: {
            [key]: {
                type: string;
                const: string | null;
            };
        };
        required: string[];
    };
};
/** Text of any length, which may be blank: it then counts as left out. */
export declare function text(doc: FieldDoc): z.ZodString;
/** Text that something needs, so it may not be blank. */
export declare function neededText(doc: FieldDoc): z.ZodString;
/** Text of one form, with the sentence that an editor shows where it is not met. */
export declare function formed(form: Form | null, pattern: RegExp, doc: FieldDoc & {
    readonly patternErrorMessage: string;
}): z.ZodString;
/** One of a few words, each with its meaning. */
export declare function choice<const W extends Readonly<Record<string, string>>>(words: W, doc: FieldDoc): z.ZodEnum<{ [k in keyof W & string]: k; } extends infer T ? { [k in keyof T]: T[k]; } : never>;
/** Several texts. */
export declare function texts(doc: FieldDoc): z.ZodArray<z.ZodString>;
/** The title of a goal, metric or KPI. */
export declare function titleText(doc: FieldDoc): z.ZodString;
/** A real calendar day. */
export declare function date(doc: FieldDoc): z.ZodString;
/** The id of something that is defined elsewhere. */
export declare function idOf(kind: Reference, doc: FieldDoc): z.ZodString;
/** A map key that names what stands below it. */
export declare function idKey(what: string): z.ZodString;
/** The person or team that answers. */
export declare function owner(description: string): z.ZodString;
/** Words to find things by. */
export declare function tags(what: string): z.ZodArray<z.ZodString>;
/** How often something happens. */
export declare function cadence(doc: FieldDoc): z.ZodEnum<{
    biweekly: "biweekly";
    daily: "daily";
    monthly: "monthly";
    quarterly: "quarterly";
    weekly: "weekly";
    yearly: "yearly";
}>;
export {};
