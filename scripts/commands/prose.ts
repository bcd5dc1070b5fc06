/** Text of the help as Markdown. */

/** Flags, files and commands of the tool in a text; text between backticks stays as it is. */
const CODE =
  /`[^`]*`|(?<![\w-])--[a-z][\w-]*|(?<![\w./])(?:[\w-]+\/)*[\w.-]*\.(?:yaml|json|html|md|svg|csv)\b|\bkpi report\b/g;

/** A sentence of the help with its flags and files as code. */
export function prose(text: string): string {
  let shown = "";
  let end = 0;
  for (const { 0: code, index } of text.matchAll(CODE)) {
    shown += escaped(text.slice(end, index)) + (code.startsWith("`") ? code : `\`${code}\``);
    end = index + code.length;
  }
  return shown + escaped(text.slice(end));
}

function escaped(text: string): string {
  return text.replace(/[\\`*_<[\]]/g, "\\$&");
}

/** Text inside a table. */
export function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** A description without what it says of the default, which has a column of its own. */
export function withoutDefault(description: string): { readonly rest: string; readonly term: string | null } {
  const [, rest = description, term = null] = /^(.*); (?:default: |by default )(.*)$/.exec(description) ?? [];
  return { rest, term };
}

/** Text that another sentence follows. */
export function sentence(text: string): string {
  return `${text.replace(/ …$/, "")}.`;
}
