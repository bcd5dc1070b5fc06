/** JSON Schema draft-07 as far as the format uses it, with the keywords that editors read. */
/** A snippet that an editor offers where the schema applies. */
export interface Snippet {
    readonly label: string;
    readonly description: string;
    readonly body: unknown;
}
export interface JsonSchema {
    readonly $schema?: string;
    readonly $id?: string;
    /** Into the same document; nothing stands beside it. */
    readonly $ref?: string;
    readonly definitions?: Readonly<Record<string, JsonSchema>>;
    readonly title?: string;
    readonly description?: string;
    readonly markdownDescription?: string;
    readonly type?: string;
    readonly enum?: readonly unknown[];
    readonly const?: unknown;
    readonly examples?: readonly unknown[];
    readonly default?: unknown;
    readonly anyOf?: readonly JsonSchema[];
    readonly allOf?: readonly JsonSchema[];
    readonly if?: JsonSchema;
    readonly then?: JsonSchema;
    readonly else?: JsonSchema;
    readonly properties?: Readonly<Record<string, JsonSchema | boolean>>;
    readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
    readonly additionalProperties?: JsonSchema | boolean;
    readonly propertyNames?: JsonSchema;
    readonly required?: readonly string[];
    readonly dependencies?: Readonly<Record<string, JsonSchema>>;
    /** A list of schemas describes a tuple. */
    readonly items?: JsonSchema | readonly JsonSchema[];
    readonly additionalItems?: boolean;
    readonly minItems?: number;
    readonly maxItems?: number;
    readonly uniqueItems?: boolean;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly exclusiveMinimum?: number;
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly pattern?: string;
    readonly format?: string;
    readonly patternErrorMessage?: string;
    readonly errorMessage?: string;
    readonly enumDescriptions?: readonly string[];
    readonly markdownEnumDescriptions?: readonly string[];
    readonly defaultSnippets?: readonly Snippet[];
    /** Which traps explain a text that does not fit. */
    readonly "x-kpi-form"?: Form;
    /** The kind of thing whose id stands here. */
    readonly "x-kpi-ref"?: Reference;
}
/** Forms of text that have traps of their own. */
export type Form = "target" | "timeframe" | "date" | "month-day" | "period" | "value" | "owner" | "id" | "link";
export type Reference = "goal" | "metric" | "kpi" | "owner";
/** Keywords of ours and of editors, which a strict validator must be told of. */
export declare const EXTRA_KEYWORDS: readonly ["markdownDescription", "patternErrorMessage", "errorMessage", "enumDescriptions", "markdownEnumDescriptions", "defaultSnippets", "x-kpi-form", "x-kpi-ref"];
