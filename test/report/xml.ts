/** A small strict reader for the XML that reports write: elements, attributes in double quotes, text, entities. */

/** An element with its attributes, its child elements and its own text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const ILLEGAL = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const NAME = /[A-Za-z_][\w.-]*/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** Reads a document; throws at the first thing that is not well-formed. */
export function readXml(text: string): Element {
  const bad = ILLEGAL.exec(text);
  if (bad !== null) throw new Error(`illegal character at ${bad.index}`);
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(head)) throw new Error("no XML declaration");
  let at = head.length;

  const take = (expected: string): boolean => {
    if (!text.startsWith(expected, at)) return false;
    at += expected.length;
    return true;
  };
  const must = (expected: string): void => {
    if (!take(expected)) throw new Error(`"${expected}" expected at ${at}: ${text.slice(at, at + 40)}`);
  };
  const name = (): string => {
    NAME.lastIndex = at;
    const found = NAME.exec(text)?.[0];
    if (found === undefined) throw new Error(`name expected at ${at}`);
    at += found.length;
    return found;
  };
  const until = (end: string): string => {
    const found = text.indexOf(end, at);
    if (found < 0) throw new Error(`"${end}" missing after ${at}`);
    const raw = text.slice(at, found);
    at = found;
    if (raw.includes("<") || raw.includes("]]>")) throw new Error(`raw markup before ${at}`);
    return decode(raw);
  };

  const element = (): Element => {
    must("<");
    const opened = name();
    const attributes: Record<string, string> = {};
    while (take(" ")) {
      const key = name();
      if (key in attributes) throw new Error(`attribute ${key} twice`);
      must('="');
      attributes[key] = until('"');
      must('"');
    }
    const read: Element = { name: opened, attributes, children: [], text: "" };
    if (take("/>")) return read;
    must(">");
    for (;;) {
      read.text += until("<");
      if (take("</")) break;
      read.children.push(element());
    }
    must(opened);
    must(">");
    return read;
  };

  const root = element();
  if (text.slice(at).trim() !== "") throw new Error("text after the root element");
  return root;
}

function decode(raw: string): string {
  return raw.replace(/&([^;]{0,8};)?/g, (whole, entity: string | undefined) => {
    const key = entity?.slice(0, -1) ?? "";
    if (/^#\d+$/.test(key)) return String.fromCodePoint(Number(key.slice(1)));
    const known = ENTITIES[key];
    if (known === undefined) throw new Error(`unknown entity ${whole}`);
    return known;
  });
}
