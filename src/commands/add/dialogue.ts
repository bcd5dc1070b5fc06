/** `kpi add` on a terminal: the questions, a look at what would be written, and a last chance to change it. */

import { ENTITY_NAMES } from "../../definition/explain/spot.ts";
import type { EntityKind } from "../../findings/finding.ts";
import type { Ask } from "../../host/prompts.ts";
import { wantsColour } from "../../host/terminal.ts";
import { terminal } from "../../report/untrusted.ts";
import { EXIT } from "../errors.ts";
import type { Addition } from "./facts.ts";
import { ADD_FIELDS } from "./fields.ts";
import { type AddRun, finishAdding, placesOf, refusal } from "./finish.ts";
import type { Given } from "./flags.ts";
import { Interview } from "./interview.ts";
import { adviceBlock } from "./report.ts";
import { prepare } from "./write.ts";
import { blockEntry } from "./yaml.ts";

/** Stands before what is said between two questions. */
const MARGIN = "│  ";

/** Asks, shows, and adds; exit status 130 where the person breaks off, and nothing is written then. */
export async function askAndAdd(kind: EntityKind, given: Given, run: AddRun): Promise<number> {
  const { host, facts } = run;
  const ask = await host.ask();
  const interview = new Interview(ask, facts, (text) => say(text, run));
  ask.intro(`Add a ${ENTITY_NAMES[kind]}`);
  let additions: readonly Addition[] | null = null;
  const onlyNeeded = run.options.yes === true;
  let main = await interview.entity(kind, { id: given.id, definition: given.definition, onlyNeeded });
  while (main !== null) {
    additions = interview.withMade(main);
    const choice = await decide(additions, ask, run);
    if (choice === "add") {
      ask.outro(run.options.dryRun === true ? "This would be written:" : "Writing it.");
      return finishAdding(additions, run);
    }
    if (choice === null) break;
    main = await changed(main, interview, ask);
  }
  host.terminal.note("kpi: Nothing was added.\n");
  return EXIT.interrupted;
}

/** Shows the entries with what a check says of them; null where they are not to be added. */
async function decide(additions: readonly Addition[], ask: Ask, run: AddRun): Promise<"add" | "change" | null> {
  const places = placesOf(additions, run);
  const prepared = await prepare(additions, places, run);
  for (const { kind, id, definition, file, line } of prepared.placed) {
    say(`${terminal(file)}, line ${line}:`, run);
    for (const text of blockEntry(kind, id, definition).split("\n")) say(`  ${shownLine(text)}`, run);
  }
  const { terminal: screen, env } = run.host;
  const colour = wantsColour(screen.noteIsTerminal, run.options.color, env);
  const isRefused = prepared.refused.length > 0;
  if (isRefused) say(refusal(prepared, run), run);
  else if (prepared.findings.length > 0) {
    say(
      adviceBlock("This would make it SMARTer:", prepared.findings, {
        colour,
        width: screen.width - MARGIN.length,
        quiet: false,
      }),
      run,
    );
  }
  const options = [
    { value: "add", label: "Add it" },
    { value: "change", label: "Change an answer" },
    { value: "no", label: "Add nothing" },
  ];
  const choice = await ask.select({
    message: isRefused ? "It cannot be added like this." : "Add it?",
    options: isRefused ? options.slice(1) : options,
  });
  return choice === "add" || choice === "change" ? choice : null;
}

/** Asks which part is to be answered again, and asks for it. */
async function changed(main: Addition, interview: Interview, ask: Ask): Promise<Addition | null> {
  const fields = ADD_FIELDS[main.kind].filter(({ asked }) => asked);
  const options = fields.map(({ name, question }) => ({ value: name, label: question }));
  const name = await ask.select({ message: "Which answer?", options });
  const field = fields.find((one) => one.name === name);
  return field === undefined ? null : interview.change(main, field);
}

/** A line of an entry; its indentation stays. */
function shownLine(text: string): string {
  return " ".repeat(text.length - text.trimStart().length) + terminal(text);
}

/** Between two questions, in the margin that they have. */
function say(text: string, { host }: AddRun): void {
  const lines = text.trimEnd().split("\n");
  host.terminal.note(lines.map((line) => `${(MARGIN + line).trimEnd()}\n`).join(""));
}
