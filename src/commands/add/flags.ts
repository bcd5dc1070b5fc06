/** The answers that flags of `kpi add` give, and what is missing without a terminal. */

import { ENTITY_NAMES } from "../../definition/explain/spot.ts";
import type { EntityKind } from "../../findings/finding.ts";
import { UsageError } from "../errors.ts";
import { type Asked, idFault, partOf, readAnswer, withPart } from "./answers.ts";
import type { AddFacts } from "./facts.ts";
import { ADD_FIELDS, type Field, type FieldName, flagOf } from "./fields.ts";
import { proposalFor } from "./proposals.ts";
import { type Definition, oneLine } from "./yaml.ts";

/** Answers by the names of their fields, as they were typed. */
export type AddFlags = Readonly<Partial<Record<FieldName, string>>>;

/** What is given so far. */
export interface Given {
  readonly id: string | undefined;
  readonly definition: Definition;
}

/** Reads id and flags; throws a UsageError that names everything that cannot be used. */
export function fromFlags(
  kind: EntityKind,
  id: string | undefined,
  flags: AddFlags & { readonly draft?: boolean },
  facts: AddFacts,
): Given {
  const faults: string[] = [];
  const fault = id === undefined ? null : idFault(id, kind, facts);
  if (fault !== null) faults.push(fault);
  let definition: Definition = flags.draft === true ? { state: "draft" } : {};
  for (const field of ADD_FIELDS[kind]) {
    const text = oneLine(flags[field.name] ?? "");
    if (text === "") continue;
    const answer = readAnswer(text, { kind, id: id ?? kind, field, definition }, facts);
    if (answer.ok) definition = withPart(definition, field.path, answer.value);
    else faults.push(`${flagOf(field)}: ${answer.message}`);
  }
  if (faults.length > 0) throw new UsageError(faults.join("\nkpi: "));
  if (flags.sourceSystem !== undefined && flags.sourceHow === undefined) {
    definition = withPart(definition, ["source", "how"], "manual");
  }
  return { id, definition };
}

/** The same with what is proposed for parts that have no answer yet. */
export function withProposals(kind: EntityKind, { id, definition }: Given, facts: AddFacts): Given {
  let filled = definition;
  for (const field of ADD_FIELDS[kind]) {
    if (!field.asked || partOf(filled, field) !== undefined || isLeftToDraft(kind, filled, field)) continue;
    const proposal = proposalFor(kind, field, filled, facts);
    if (proposal === null) continue;
    const asked: Asked = { kind, id: id ?? kind, field, definition: filled };
    const answer = readAnswer(proposal, asked, facts);
    if (answer.ok) filled = withPart(filled, field.path, answer.value);
  }
  return { id, definition: filled };
}

/** Parts that cannot be done without and have no answer. */
export function missingFields(kind: EntityKind, definition: Definition): readonly Field[] {
  return ADD_FIELDS[kind].filter(
    (field) => field.needed && partOf(definition, field) === undefined && !isLeftToDraft(kind, definition, field),
  );
}

/** Names every flag that is missing, with an example of all that are needed. */
export function missingMessage(kind: EntityKind, missing: readonly Field[]): string {
  const names = missing.map(flagOf);
  const list = names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const example = ADD_FIELDS[kind]
    .filter(({ needed }) => needed)
    .map((field) => `${flagOf(field)} ${/^[\w-]+$/.test(field.example) ? field.example : `"${field.example}"`}`);
  const draft = kind === "kpi" ? "; with --draft a title is enough" : "";
  return (
    `This ${ENTITY_NAMES[kind]} still needs ${list}${draft}. On a terminal kpi add ${kind} asks for them; elsewhere write, for example:\n\n` +
    `  kpi add ${kind} ${example.join(" ")}`
  );
}

function isLeftToDraft(kind: EntityKind, { state }: Definition, { name }: Field): boolean {
  return kind === "kpi" && state === "draft" && name !== "title";
}
