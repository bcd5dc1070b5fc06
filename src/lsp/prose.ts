/** Texts of hovers and completion, as Markdown and as plain text; what comes from files acts in neither. */

import type { MarkupContent } from "vscode-languageserver";
import { editorCode, editorMarkdown, plain } from "../report/untrusted.ts";

/** One text in both ways of writing. */
export interface Prose {
  readonly markdown: string;
  readonly plain: string;
}

/** Words from a file that begin a paragraph. */
export function words(text: string): Prose {
  return { markdown: editorMarkdown(text), plain: plain(text) };
}

/** Words from a file behind others: what means something at the start of a line only stays as it is. */
export function inline(text: string): Prose {
  return { markdown: editorMarkdown(`·${text}`).slice(1), plain: plain(text) };
}

export function bold(text: string): Prose {
  const shown = editorMarkdown(text);
  return { markdown: shown === "" ? "" : `**${shown}**`, plain: plain(text) };
}

export function code(text: string): Prose {
  return { markdown: editorCode(text), plain: plain(text) };
}

/** Words of ours; never any of a file. */
export function own(text: string, asMarkdown = text): Prose {
  return { markdown: asMarkdown, plain: text };
}

/** Parts behind each other. */
export function joined(parts: readonly Prose[], separator = ""): Prose {
  const some = parts.filter((part) => part.plain !== "");
  return {
    markdown: some.map((part) => part.markdown).join(separator),
    plain: some.map((part) => part.plain).join(separator),
  };
}

/** Paragraphs; those without words are left out. */
export function paragraphs(parts: readonly Prose[]): Prose {
  return joined(parts, "\n\n");
}

/** A list, one item a line. */
export function listed(items: readonly Prose[]): Prose {
  const lines = joined(items, "\n- ");
  return lines.plain === "" ? lines : { markdown: `- ${lines.markdown}`, plain: `- ${lines.plain}` };
}

/** As the editor takes it. */
export function markup(prose: Prose, asMarkdown: boolean): MarkupContent {
  return asMarkdown ? { kind: "markdown", value: prose.markdown } : { kind: "plaintext", value: prose.plain };
}
