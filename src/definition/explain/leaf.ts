/** What is wrong with a single text, number or word, each as one slip. */

import type { KeyPath } from "../../text/source.ts";
import type { Form, JsonSchema } from "../json-schema.ts";
import type { ShapeChange } from "../shape-problem.ts";
import { FORMS, type FormInfo, NUMBER_FORM, PLAIN_FORM } from "./forms.ts";
import {
  branchesOf,
  expectedKinds,
  keyOf,
  kindName,
  oneOf,
  placeName,
  sentence,
  shown,
  suchAs,
  takes,
} from "./spot.ts";
import { percentToShare } from "./traps/number.ts";
import { sprung, write } from "./traps/trap.ts";
import { valueMeant } from "./words.ts";
import { fitsText, lengthOf, meantByKind } from "./wrong-kind.ts";
import { yamlSource } from "./yaml-source.ts";

/** A problem without its place. */
export interface Slip {
  readonly ruleId: string;
  readonly messageId: string;
  readonly message: string;
  readonly suggestions: readonly ShapeChange[];
}

/** Where a value stands, and what is known around it. */
export interface Here {
  readonly path: KeyPath;
  /** The whole schema of the field, of which a branch is looked at. */
  readonly field: JsonSchema;
  readonly form: Form | undefined;
  /** The text that stands there in the file; null where it is not known. */
  readonly source: () => string | null;
  readonly unit: () => string | null;
  readonly year: number | null;
}

const NONE: readonly ShapeChange[] = [];

export function textSlip(schema: JsonSchema, text: string, here: Here): Slip | null {
  if (schema.enum !== undefined) return wordSlip(schema.enum.map(String), text, here);
  return fitsText(schema, text) ? null : unfitText(schema, text, here);
}

function wordSlip(allowed: readonly string[], text: string, { path, field }: Here): Slip | null {
  if (allowed.includes(text)) return null;
  const place = `${placeName(path)} is "${shown(text)}"`;
  const words = text.slice(0, 100).split(/\s*[,;/&+|]\s*|\s+and\s+|\s+/);
  if (takes(field, "list") && words.length === 2 && words.every((word) => allowed.includes(word))) {
    const message = sentence(`${place}: write two words as a list.`);
    return { ruleId: "schema/enum", messageId: "pair-as-text", message, suggestions: [write(words)] };
  }
  const meant = valueMeant(text, allowed);
  const message = sentence(`${place}: write ${oneOf(allowed)}.`);
  return { ruleId: "schema/enum", messageId: "enum", message, suggestions: meant === null ? NONE : [write(meant)] };
}

function unfitText(schema: JsonSchema, text: string, here: Here): Slip {
  const length = lengthOf(text);
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  if (length < minLength || length > maxLength) {
    const wanted = minLength === 0 ? `at most ${maxLength}` : `${minLength} to ${maxLength}`;
    const message = sentence(
      `${placeName(here.path)} has ${length} character${length === 1 ? "" : "s"}: write ${wanted}.`,
    );
    return { ruleId: "schema/range", messageId: "range", message, suggestions: NONE };
  }
  const info = here.form === undefined ? PLAIN_FORM : FORMS[here.form];
  return trapped(info, text, here, schema.patternErrorMessage ?? "");
}

/** The first trap that explains the text, or else what the field takes in general. */
function trapped(info: FormInfo, text: string, here: Here, general: string): Slip {
  const place = placeName(here.path);
  const trap = sprung(info.traps, text, {
    place,
    key: keyOf(here.path),
    shown: shown(text),
    unit: here.unit(),
    year: here.year,
    share: branchesOf(here.field).some((branch) => branch.maximum === 1),
  });
  if (trap === null) {
    const says = place === `\`${shown(text)}\`` ? `${place} does not fit here` : `${place} says "${shown(text)}"`;
    const message = sentence(`${says}: ${general.charAt(0).toLowerCase()}${general.slice(1)}`);
    return { ruleId: info.ruleId, messageId: info.messageId, message, suggestions: NONE };
  }
  // A day that does not exist is a fault of the range where it bounds one.
  const bounds =
    trap.id === "impossible-date" && (here.path.includes("timeframe") || here.path.includes("checkpoints"));
  const ruleId = bounds ? "timely/bad-range" : (trap.ruleId ?? info.ruleId);
  return { ruleId, messageId: trap.id, message: sentence(trap.message), suggestions: trap.suggestions };
}

export function numberSlip(schema: JsonSchema, value: number, here: Here): Slip | null {
  const place = sentence(placeName(here.path));
  if (!Number.isFinite(value)) {
    const message = `${place} must be a finite number: leave it out where there is none.`;
    return { ruleId: "schema/range", messageId: "finite", message, suggestions: NONE };
  }
  if (schema.const !== undefined) return constantSlip(schema, value, here);
  const { minimum, maximum, exclusiveMinimum, type } = schema;
  const whole = type !== "integer" || Number.isSafeInteger(value);
  const above = exclusiveMinimum === undefined || value > exclusiveMinimum;
  if (whole && above && value >= (minimum ?? value) && value <= (maximum ?? value)) return null;
  if (here.form === "timeframe") {
    const general = branchesOf(here.field).find((branch) => branch.patternErrorMessage !== undefined);
    // A fraction is what is left of a period: 2026.10 reads as 2026.1.
    const info = whole ? FORMS.timeframe : { ...FORMS.timeframe, traps: [] };
    return trapped(info, String(value), here, general?.patternErrorMessage ?? "");
  }
  const message = `${place} is ${value}: write ${numberWanted(schema)}.`;
  const meant = maximum === 1 && value > 1 && value <= 100 ? [write(percentToShare(value))] : NONE;
  return { ruleId: "schema/range", messageId: "range", message, suggestions: meant };
}

/** "a whole number from 1", "a number above 0". */
function numberWanted({ type, minimum, maximum, exclusiveMinimum }: JsonSchema): string {
  const from =
    exclusiveMinimum === undefined ? (minimum === undefined ? "" : ` from ${minimum}`) : ` above ${exclusiveMinimum}`;
  // zod states the largest safe integer, which tells nobody anything.
  const to = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? "" : ` to ${maximum}`;
  return `${type === "integer" ? "a whole number" : "a number"}${from}${to}${from !== "" && to === "" && minimum !== undefined ? " on" : ""}`;
}

/** The field takes one value only. */
export function constantSlip(schema: JsonSchema, value: unknown, { path, form }: Here): Slip | null {
  if (schema.const === undefined || schema.const === value) return null;
  const place = sentence(placeName(path));
  if (form === "target") {
    const message = `${place} is ${String(value)}: write true for work that must be done, or the number to reach.`;
    return { ruleId: "schema/type", messageId: "target-false", message, suggestions: [write(true)] };
  }
  const message = `${place} must be ${yamlSource(schema.const)}.`;
  return { ruleId: "schema/type", messageId: "type", message, suggestions: [write(schema.const)] };
}

/** No branch of the field takes this kind of value. */
export function kindSlip(field: JsonSchema, value: unknown, here: Here): Slip {
  const place = sentence(placeName(here.path));
  const expected = expectedKinds(field);
  const such = field.anyOf === undefined ? suchAs(field) : "";
  if (value === null || value === undefined) {
    const gap = here.form === "value" ? "; a known gap is { value: null, note: … }" : "";
    const message = `${place} has no value: write ${expected}${such}, or remove the line${gap}.`;
    return { ruleId: "schema/type", messageId: "empty", message, suggestions: NONE };
  }
  if (typeof value === "string" && takes(field, "number")) {
    return trapped(NUMBER_FORM, value, here, `write ${expected}${such}.`);
  }
  const meant = meantByKind(field, here.form, value, here.source);
  const found = kindName(value);
  if (meant === null) {
    const message = `${place} must be ${expected}${such}, not ${found}.`;
    return { ruleId: "schema/type", messageId: "type", message, suggestions: NONE };
  }
  const message = `${place} must be ${expected}, not ${found}: ${meant.advice}.`;
  return { ruleId: "schema/type", messageId: meant.messageId, message, suggestions: meant.suggestions };
}

/** Too few or too many items, or the same twice where each may stand once. */
export function listSlip(
  { minItems = 0, maxItems, uniqueItems }: JsonSchema,
  items: readonly unknown[],
  path: KeyPath,
): Slip | null {
  const place = sentence(placeName(path));
  if (items.length < minItems || items.length > (maxItems ?? items.length)) {
    const wanted =
      minItems === maxItems
        ? `${minItems}`
        : maxItems === undefined
          ? `${minItems} or more`
          : `${minItems} to ${maxItems}`;
    const message = `${place} takes ${wanted} ${wanted === "1" ? "item" : "items"}, not ${items.length}.`;
    return { ruleId: "schema/range", messageId: "range", message, suggestions: NONE };
  }
  const different = [...new Set(items)];
  if (uniqueItems !== true || different.length === items.length) return null;
  const meant = different.length === 1 ? different[0] : different;
  return {
    ruleId: "schema/range",
    messageId: "repeated",
    message: `${place} says the same twice: write it once.`,
    suggestions: [write(meant)],
  };
}
