/** The questions of `kpi add` on a terminal: one part after the other, new goals and metrics where they are needed. */

import { ENTITY_NAMES } from "../../definition/explain/spot.ts";
import { yamlSource } from "../../definition/explain/yaml-source.ts";
import type { EntityKind } from "../../findings/finding.ts";
import type { Ask } from "../../host/prompts.ts";
import { invalidWords } from "../../report/progress/invalid.ts";
import { terminal } from "../../report/untrusted.ts";
import { parseTarget } from "../../workspace/target.ts";
import { achievable } from "./achievable.ts";
import { type Asked, idFault, partOf, readAnswer, withPart } from "./answers.ts";
import type { AddFacts, Addition } from "./facts.ts";
import { ADD_FIELDS, type Field } from "./fields.ts";
import { proposalFor, startsSomewhere, wordsFor } from "./proposals.ts";
import { type Definition, oneLine } from "./yaml.ts";

/** Where an interview begins: what flags say. */
export interface Start {
  readonly id: string | undefined;
  readonly definition: Definition;
  /** Asks only for parts that are needed; the others have what was proposed. */
  readonly onlyNeeded: boolean;
}

/** A value; undefined where the part is left out. */
interface Answered {
  readonly value: unknown;
}

type Option = { readonly value: string; readonly label: string; readonly hint?: string };

/** Neither is an id, an owner, a timeframe or a word of the format. */
const ANOTHER = "+";
const NOTHING = "-";
/** That of the maps in a file. */
const ORDER: readonly EntityKind[] = ["goal", "metric", "kpi"];

/** Asks for goals, metrics and KPIs; null everywhere where the person breaks off. */
export class Interview {
  readonly #ask: Ask;
  readonly #facts: AddFacts;
  readonly #say: (text: string) => void;
  /** Goals and metrics that were made on the way. */
  readonly #made: Addition[] = [];

  constructor(ask: Ask, facts: AddFacts, say: (text: string) => void) {
    this.#ask = ask;
    this.#facts = facts;
    this.#say = say;
  }

  /** New goals and metrics that an addition refers to, goals first, each before what refers to it, and itself. */
  withMade(addition: Addition): readonly Addition[] {
    const needs = (one: Addition): readonly Addition[] => [
      ...this.#made.filter(({ kind, id }) => isReferred(one, kind, id)).flatMap(needs),
      one,
    ];
    return [...new Set(needs(addition))].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  }

  /** Asks for everything that is not known yet. */
  async entity(kind: EntityKind, start: Start): Promise<Addition | null> {
    let { id, definition } = start;
    for (const field of this.#fields(kind, definition)) {
      if (partOf(definition, field) !== undefined || !this.#applies(field, definition, start)) continue;
      const asked = { kind, id: id ?? kind, field, definition };
      const answer = await this.#part(asked, field.needed);
      if (answer === null) return null;
      definition = withPart(definition, field.path, answer.value);
      if (field.name === "baseline") this.#sayWay(definition);
      if (field.name === "title" && id === undefined) {
        const given = await this.#id(kind, String(answer.value), start.onlyNeeded);
        if (given === null) return null;
        id = given;
      }
    }
    return { kind, id: id ?? this.#facts.freeId(String(definition.title ?? ""), kind), definition };
  }

  /** Asks for one part again. */
  async change(addition: Addition, field: Field): Promise<Addition | null> {
    const { kind, id, definition } = addition;
    const isNeeded = field.needed && definition.state !== "draft";
    const answer = await this.#part({ kind, id, field, definition }, isNeeded);
    return answer === null ? null : { kind, id, definition: withPart(definition, field.path, answer.value) };
  }

  #fields(kind: EntityKind, { state }: Definition): readonly Field[] {
    const fields = ADD_FIELDS[kind];
    return state === "draft" && kind === "kpi" ? fields.filter(({ name }) => name === "title") : fields;
  }

  /** Whether a part is worth a question. */
  #applies(field: Field, definition: Definition, { onlyNeeded }: Start): boolean {
    if (!field.asked || (onlyNeeded && !field.needed)) return false;
    if (field.name === "sourceHow") return definition.source !== undefined;
    if (field.name === "parent") return this.#facts.choices("goal").length > 0;
    return field.name !== "baseline" || startsSomewhere(definition);
  }

  /** What the way from baseline to target means. */
  #sayWay(definition: Definition): void {
    const way = achievable(definition, this.#facts);
    if (way !== null) this.#say(way);
  }

  async #id(kind: EntityKind, title: string, isTaken: boolean): Promise<string | null> {
    const initial = this.#facts.freeId(title, kind);
    if (isTaken) return initial;
    const validate = (text: string): string | undefined => idFault(oneLine(text), kind, this.#facts) ?? undefined;
    const message = `Id of the ${ENTITY_NAMES[kind]}, which other files and commands use:`;
    const answer = await this.#ask.text({ message, initial, validate });
    return answer === null ? null : oneLine(answer);
  }

  #part(asked: Asked, isNeeded: boolean): Promise<Answered | null> {
    const { form, name } = asked.field;
    if (form === "goal" || form === "metric") return this.#reference(form, asked, isNeeded);
    if (form === "word") return this.#word(asked, isNeeded);
    if (form === "owner") return this.#oneOf(this.#facts.owners(textOf(asked.definition.goal)), asked, isNeeded);
    if (name === "timeframe") {
      return this.#oneOf(this.#facts.timeframes(textOf(asked.definition.goal)), asked, isNeeded);
    }
    return this.#text(asked, isNeeded);
  }

  async #text(asked: Asked, isNeeded: boolean): Promise<Answered | null> {
    const { field, kind, definition } = asked;
    const initial = shownValue(definition, field) ?? proposalFor(kind, field, definition, this.#facts);
    const answer = await this.#ask.text({
      message: field.question,
      placeholder: isNeeded ? field.example : `${field.example} (Enter leaves it out)`,
      ...(initial === null ? {} : { initial }),
      validate: (text) => this.#fault(text, asked, isNeeded) ?? undefined,
    });
    if (answer === null) return null;
    const read = oneLine(answer) === "" ? null : readAnswer(answer, asked, this.#facts);
    return { value: read?.ok === true ? read.value : undefined };
  }

  #fault(text: string, asked: Asked, isNeeded: boolean): string | null {
    if (oneLine(text) !== "") {
      const read = readAnswer(text, asked, this.#facts);
      return read.ok ? null : read.message;
    }
    if (isNeeded) return `Write something such as ${asked.field.example}; Ctrl-C breaks off.`;
    return asked.field.name === "baseline" ? this.#baselineFault(asked.definition) : null;
  }

  /** A change needs something that it starts from. */
  #baselineFault({ target, metric }: Definition): string | null {
    const kind = target === undefined ? null : parseTarget(target)?.kind;
    if ((kind !== "percent" && kind !== "by") || this.#facts.latest(String(metric)) !== null) return null;
    const { why, instead } = invalidWords["baseline-missing"];
    return `This cannot be judged: ${why}. ${instead}`;
  }

  /** Some answers to choose from, and any other. */
  async #oneOf(proposed: readonly string[], asked: Asked, isNeeded: boolean): Promise<Answered | null> {
    const { field } = asked;
    const usable = proposed.filter((text) => readAnswer(text, asked, this.#facts).ok);
    if (usable.length === 0) return this.#text(asked, isNeeded);
    const options: Option[] = usable.map((value) => ({ value, label: terminal(value) }));
    options.push({ value: ANOTHER, label: field.form === "owner" ? "somebody else" : "another one" });
    const chosen = await this.#select(field.question, options, isNeeded);
    if (chosen === null || chosen === NOTHING) return chosen === null ? null : { value: undefined };
    if (chosen === ANOTHER) return this.#text(withoutPart(asked), isNeeded);
    const read = readAnswer(chosen, asked, this.#facts);
    return { value: read.ok ? read.value : undefined };
  }

  async #word({ kind, field, definition }: Asked, isNeeded: boolean): Promise<Answered | null> {
    const { words, usual } = wordsFor(kind, field);
    // The meanings of cadences speak of values.
    const hint = (meaning: string) => (field.name === "review" ? {} : { hint: meaning });
    const options: Option[] = words.map(({ word, meaning }) => ({ value: word, label: word, ...hint(meaning) }));
    const isOptional = !isNeeded && usual === null && field.name !== "sourceHow";
    const initial = shownValue(definition, field) ?? proposalFor(kind, field, definition, this.#facts) ?? usual;
    const chosen = await this.#select(field.question, options, !isOptional, initial ?? undefined);
    if (chosen === null) return null;
    // A cadence that is stated lets gaps be found; other words that hold anyway are left out.
    const says = chosen !== NOTHING && (chosen !== usual || field.name === "cadence");
    return { value: says ? chosen : undefined };
  }

  async #reference(kind: "goal" | "metric", asked: Asked, isNeeded: boolean): Promise<Answered | null> {
    const others = this.#facts.choices(kind).filter(({ id }) => kind !== asked.kind || id !== asked.id);
    const options: Option[] = others.map(({ id, title }) => ({
      value: id,
      label: terminal(id),
      hint: terminal(title),
    }));
    options.push({ value: ANOTHER, label: `a new ${kind}` });
    const initial = shownValue(asked.definition, asked.field) ?? undefined;
    const chosen = others.length === 0 ? ANOTHER : await this.#select(asked.field.question, options, isNeeded, initial);
    if (chosen === null || chosen === NOTHING) return chosen === null ? null : { value: undefined };
    if (chosen !== ANOTHER) return { value: chosen };
    this.#say(`${asked.field.question} A new ${kind}:`);
    const made = await this.entity(kind, { id: undefined, definition: {}, onlyNeeded: false });
    if (made === null) return null;
    this.#made.push(made);
    this.#facts.add(made);
    return { value: made.id };
  }

  #select(message: string, options: readonly Option[], isNeeded: boolean, initial?: string): Promise<string | null> {
    const all = isNeeded ? options : [...options, { value: NOTHING, label: "leave it out" }];
    return this.#ask.select({ message, options: all, ...(initial === undefined ? {} : { initial }) });
  }
}

function isReferred({ kind: of, definition }: Addition, kind: EntityKind, id: string): boolean {
  if (kind === "metric") return definition.metric === id;
  return kind === "goal" && (of === "goal" ? definition.parent === id : definition.goal === id);
}

/** A part as it would be typed; null where it has no value yet. */
function shownValue(definition: Definition, field: Field): string | null {
  const value = partOf(definition, field);
  if (value === undefined) return null;
  return typeof value === "string" ? value : yamlSource(value);
}

function withoutPart(asked: Asked): Asked {
  const { kind, id, field, definition } = asked;
  return { kind, id, field, definition: withPart(definition, field.path, undefined) };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
