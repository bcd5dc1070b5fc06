/** What a check found at an entity. */

import type { Finding } from "../../findings/finding.ts";
import type { Entity } from "../../workspace/model.ts";
import { levels } from "../words.ts";
import type { ExplainInput, Fact, Section } from "./model.ts";

/** The findings with their places; one sentence where there are none. */
export function findingsSection(entity: Entity, input: ExplainInput): Section {
  const findings = input.findingsOf(entity);
  const facts = findings.map((finding) => findingFact(finding, input));
  return { heading: "Findings", facts: facts.length === 0 ? [{ label: "", text: "none" }] : facts };
}

function findingFact({ severity, message, ruleId, file, range }: Finding, { shownFile }: ExplainInput): Fact {
  const { symbol, word } = levels[severity];
  return {
    label: `${symbol} ${word}`,
    text: `${message} (${ruleId}, ${shownFile(file)}:${range.start.line}:${range.start.column})`,
  };
}
