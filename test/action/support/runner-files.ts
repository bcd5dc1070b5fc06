/** Reads what an action leaves for the runner: files of outputs, and commands among its lines. */

/** A workflow command, such as `::error file=a.yaml,line=3::message`. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** A command that GitHub shows beside the changed lines. Lines and columns count from 1. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly title: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
  readonly column: number | null;
  readonly endColumn: number | null;
}

const ANNOTATIONS: ReadonlySet<string> = new Set(["error", "warning", "notice"]);

/**
 * Names and values of a file such as GITHUB_OUTPUT: `name=value`, or `name<<END`, lines and `END`.
 * Throws where the runner would fail the step.
 */
export function readFileCommands(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line === "") continue;
    const equals = line.indexOf("=");
    const opens = line.indexOf("<<");
    if (equals >= 0 && (opens < 0 || equals < opens)) {
      found[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    const end = line.slice(opens + 2);
    if (opens < 1 || end === "") throw new Error(`The runner cannot read this line of a file command: ${line}`);
    const close = lines.indexOf(end, i + 1);
    if (close < 0) throw new Error(`The runner finds no line ${end} after ${line}`);
    found[line.slice(0, opens)] = lines.slice(i + 1, close).join("\n");
    i = close;
  }
  return found;
}

/** The commands among the lines of a stream, as the runner finds them, the old form `##[name]` included. */
export function readCommands(text: string): readonly WorkflowCommand[] {
  const found: WorkflowCommand[] = [];
  let stoppedBy: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const command = newForm(line) ?? oldForm(line);
    if (command === null) continue;
    if (stoppedBy !== null) {
      if (command.name === stoppedBy) stoppedBy = null;
      continue;
    }
    if (command.name === "stop-commands") stoppedBy = command.message;
    found.push(command);
  }
  return found;
}

/** The commands that are annotations. */
export function annotationsOf(commands: readonly WorkflowCommand[]): readonly Annotation[] {
  return commands.flatMap(({ name, properties, message }) => {
    if (!isLevel(name)) return [];
    const number = (key: string) => (properties[key] === undefined ? null : Number(properties[key]));
    return {
      level: name,
      message,
      title: properties.title ?? null,
      file: properties.file ?? null,
      line: number("line"),
      endLine: number("endLine"),
      column: number("col"),
      endColumn: number("endColumn"),
    };
  });
}

function isLevel(name: string): name is Annotation["level"] {
  return ANNOTATIONS.has(name);
}

function newForm(line: string): WorkflowCommand | null {
  const [, head, message] = /^\s*::(.+?)::(.*)$/.exec(line) ?? [];
  if (head === undefined || message === undefined) return null;
  const space = head.indexOf(" ");
  const name = space < 0 ? head : head.slice(0, space);
  const properties = space < 0 ? {} : propertiesOf(head.slice(space + 1).split(","));
  return { name, properties, message: plain(message) };
}

function oldForm(line: string): WorkflowCommand | null {
  const [, name, list, message] = /##\[([\w-]+)(?:\s+([^\]]*))?\](.*)$/.exec(line) ?? [];
  if (name === undefined || message === undefined) return null;
  return { name, properties: propertiesOf((list ?? "").split(";")), message: plain(message) };
}

function propertiesOf(parts: readonly string[]): Record<string, string> {
  const pairs = parts.map((part) => part.trim()).filter((part) => part.includes("="));
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), plain(pair.slice(at + 1))];
    }),
  );
}

/** Takes the runner's own escapes out; `%25` last, as it may hold one of the others. */
function plain(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}
