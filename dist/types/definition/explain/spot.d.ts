/** Names for places and values, as the sentences of findings use them. */
import type { EntityKind, EntityRef } from "../../findings/finding.ts";
import type { KeyPath } from "../../text/source.ts";
import type { JsonSchema } from "../json-schema.ts";
/** What people call each kind. */
export declare const ENTITY_NAMES: Readonly<Record<EntityKind, string>>;
/** The goal, metric or KPI that a path lies in. */
export declare function entityOf(path: KeyPath): EntityRef | null;
/** A place as a message names it: a goal, metric or KPI by its kind, else its key, or its number in a list. */
export declare function placeName(path: KeyPath): string;
/** The nearest key above or at a place. */
export declare function keyOf(path: KeyPath): string;
/** The same sentence with a capital letter. */
export declare function sentence(text: string): string;
/** A piece of a file on one line, cut to a length that fits a message. */
export declare function shown(text: string): string;
export type ValueKind = "nothing" | "text" | "number" | "boolean" | "list" | "map" | "other";
export declare function kindOf(value: unknown): ValueKind;
/** Whether a key stands there and nothing, or blank text, behind it. */
export declare function isBlank(value: unknown): boolean;
/** The branches of a union, or the schema itself. */
export declare function branchesOf(schema: JsonSchema): readonly JsonSchema[];
/** Whether a schema speaks of values of this kind at all. */
export declare function takes(schema: JsonSchema, kind: ValueKind): boolean;
/** A value as a message names its kind. */
export declare function kindName(value: unknown): string;
/** The kinds of value that a schema takes: "a number or a map". */
export declare function expectedKinds(schema: JsonSchema): string;
/** The first example that fits a message, as YAML. */
export declare function exampleOf(schema: JsonSchema): string | null;
/** " such as +25%"; empty where the schema has no example that fits a message. */
export declare function suchAs(schema: JsonSchema): string;
/** "a, b or c". */
export declare function oneOf(names: readonly string[]): string;
