/** Builds the values of a file from the parser's events, in one pass. The hot path of the product. */

import type { AliasEvent, MappingEvent, ScalarEvent, SequenceEvent } from "js-yaml";
import { EVENT_ID, getScalarValue, SCALAR_STYLE } from "js-yaml";
import type { YamlDocument, YamlMap, YamlProblem, YamlScalar, YamlValue } from "./yaml.ts";
import type { ParsedYaml, YamlEvent } from "./yaml-events.ts";
import { MAX_DEPTH } from "./yaml-events.ts";
import { FirstKeys } from "./yaml-first-keys.ts";
import { KeyStep } from "./yaml-key-steps.ts";
import type { YamlLayout } from "./yaml-layout.ts";
import { layOut } from "./yaml-layout.ts";
import { addMissing, isYamlMap, mapOfIds, YamlObject } from "./yaml-object.ts";
import * as problem from "./yaml-problems.ts";
import { coreTag, hasBreak, resolvePlain, resolveTagged, WANTED } from "./yaml-scalar.ts";
import { splitNumber } from "./yaml-thousands.ts";

// Copies as constants: the exported tables would be looked up for every event.
const DOCUMENT = EVENT_ID.DOCUMENT;
const SEQUENCE = EVENT_ID.SEQUENCE;
const MAPPING = EVENT_ID.MAPPING;
const SCALAR = EVENT_ID.SCALAR;
const ALIAS = EVENT_ID.ALIAS;
const POP = EVENT_ID.POP;
const PLAIN = SCALAR_STYLE.PLAIN;
const DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
const FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;

/** By the depth of the map: before its first key. Deeper maps are not worth remembering. */
const FIRST_STEPS = Array.from({ length: 8 }, () => new KeyStep(""));

/** How many nodes all aliases of a file may add, counted as if every alias were a copy; keys are nodes too. */
const MAX_ALIASED_NODES = 100_000;
const MAX_PROBLEMS = 10_000;

type NodeEvent = ScalarEvent | MappingEvent | SequenceEvent;

interface Anchor {
  value: YamlValue;
  /** What an alias of it means as a key; null for collections. */
  readonly key: string | null;
  /** How many nodes it stands for, aliases in it counted as copies. */
  nodes: number;
  /** How many collections deep it is, aliases in it followed. */
  height: number;
  /** Still being read: an alias to it now would be part of itself. */
  open: boolean;
}

/** Values, problems and plus numbers of all documents. */
export interface YamlValues {
  readonly documents: YamlDocument[];
  readonly problems: YamlProblem[];
  readonly plusNumbers: { start: number; end: number }[];
}

/** Reads the values of parsed documents; what the parser refused is not among the problems. */
export function readValues(text: string, parsed: ParsedYaml): YamlValues {
  const reader = new ValueReader(text, parsed);
  reader.run();
  return { documents: reader.documents, problems: reader.problems, plusNumbers: reader.plusNumbers };
}

class ValueReader implements YamlValues {
  readonly documents: YamlDocument[] = [];
  readonly problems: YamlProblem[] = [];
  readonly plusNumbers: { start: number; end: number }[] = [];
  private readonly text: string;
  private readonly parsed: ParsedYaml;
  private readonly events: readonly YamlEvent[];
  /** The next event. */
  private index = 0;
  private anchors: Map<string, Anchor> | null = null;
  private tagHandles: Map<string, string> | null = null;
  /** Open collections now, and the most that were open since the innermost anchor began. */
  private depth = 0;
  private deepest = 0;
  /** Collections closed so far, and nodes added by aliases so far: what counting nodes between two events takes. */
  private closed = 0;
  private aliased = 0;
  private aliasLimitMet = false;
  private layout: YamlLayout | null = null;
  private firstKeys: FirstKeys | null = null;

  constructor(text: string, parsed: ParsedYaml) {
    this.text = text;
    this.parsed = parsed;
    this.events = parsed.events;
  }

  run(): void {
    while (this.index < this.events.length) {
      const document = this.events[this.index++];
      const root = this.events[this.index++];
      if (document?.type !== DOCUMENT || root === undefined) return;
      this.anchors = null;
      this.tagHandles = null;
      for (const directive of document.directives) {
        if (directive.kind !== "tag") continue;
        this.tagHandles ??= new Map();
        this.tagHandles.set(directive.handle, directive.prefix);
      }
      if (root.type === POP) {
        this.documents.push({ value: undefined, broken: true });
        continue;
      }
      const isEmpty = root.type === SCALAR && root.valueStart < 0 && root.tagStart < 0 && root.anchorStart < 0;
      this.documents.push({ value: isEmpty ? undefined : this.node(root), broken: false });
      this.index++;
    }
    if (this.documents.length === 0) this.documents.push({ value: undefined, broken: false });
  }

  private node(event: YamlEvent): YamlValue {
    switch (event.type) {
      case SCALAR:
        return event.tagStart < 0 && event.anchorStart < 0 ? this.scalar(event) : this.markedNode(event);
      case MAPPING:
        return event.tagStart < 0 && event.anchorStart < 0 ? this.map() : this.markedNode(event);
      case SEQUENCE:
        return event.tagStart < 0 && event.anchorStart < 0 ? this.list() : this.markedNode(event);
      case ALIAS:
        return this.alias(event)?.value ?? null;
      default:
        return null;
    }
  }

  /** A scalar without tag and anchor. */
  private scalar(event: ScalarEvent): YamlScalar {
    const { valueStart: start, valueEnd: end } = event;
    if (start < 0) return null;
    if (event.style !== PLAIN) return event.fast ? this.text.slice(start, end) : this.decoded(event);
    // Not fast may also mean that only what follows the scalar is on another line.
    if (!event.fast && hasBreak(this.text, start, end)) return getScalarValue(this.text, event);
    const value = resolvePlain(this.text, start, end);
    if (typeof value !== "number") return value;
    if (!Number.isFinite(value)) return this.notFinite(event);
    if (this.text.charCodeAt(start) === 43) this.plusNumbers.push({ start, end });
    return value;
  }

  /** A quoted scalar with escapes or several lines, or a block scalar. */
  private decoded(event: ScalarEvent): string {
    const value = getScalarValue(this.text, event);
    if (event.style === FOLDED_BLOCK && value === "") this.checkComparison();
    else if (event.style === DOUBLE_QUOTED) this.checkEscapes(event);
    return value;
  }

  private notFinite(event: ScalarEvent): null {
    const { valueStart, valueEnd } = event;
    this.report(problem.numberProblem(this.text.slice(valueStart, valueEnd), valueStart, valueEnd));
    return null;
  }

  private list(): YamlValue[] {
    const list: YamlValue[] = [];
    if (++this.depth > this.deepest) this.deepest = this.depth;
    let event = this.events[this.index++];
    while (event !== undefined && event.type !== POP) {
      list.push(this.node(event));
      event = this.events[this.index++];
    }
    this.closed++;
    this.depth--;
    return list;
  }

  private map(): YamlMap {
    let map: YamlMap = new YamlObject();
    // Keys that came by a merge and that a key of the map's own may still replace.
    let merged = null as Set<string> | null;
    if (++this.depth > this.deepest) this.deepest = this.depth;
    // Where the keys so far lead, null off the beaten track: the usual key is neither cut out nor looked up.
    const first = FIRST_STEPS[this.depth] ?? null;
    let step = first;
    let event = this.events[this.index++];
    while (event !== undefined && event.type !== POP) {
      const keyIndex = this.index - 1;
      const isGlued = event.type === SCALAR && this.text.charCodeAt(event.valueStart - 1) === 44; // a comma
      if (isGlued && this.joinNumber(map, keyIndex)) {
        event = this.events[this.index++];
        continue;
      }
      const bare = event.type === SCALAR && event.fast && event.tagStart < 0 && event.anchorStart < 0 ? event : null;
      const known = bare === null || step === null ? null : step.next(this.text, bare.valueStart, bare.valueEnd);
      if (known !== null) {
        const next = this.events[this.index++];
        if (next === undefined) break;
        map[known.key] = this.node(next);
        step = known;
        event = this.events[this.index++];
        continue;
      }
      const key = bare === null ? this.key(event) : this.text.slice(bare.valueStart, bare.valueEnd);
      const next = this.events[this.index++];
      if (next === undefined) break;
      if (key === "<<" && this.isMerge(event)) {
        merged ??= new Set();
        step = null;
        this.merge(map, merged, next);
      } else {
        const value = this.node(next);
        if (key !== null) {
          if (map[key] === undefined || merged?.delete(key) === true) {
            // So many different keys came first at this depth that they are ids.
            if (step !== null && step === first && first.isFull) map = mapOfIds();
            map[key] = value;
            step = step !== null && key !== "<<" ? step.learn(key) : null;
          } else this.duplicate(key, keyIndex);
        }
      }
      event = this.events[this.index++];
    }
    this.closed++;
    this.depth--;
    return map;
  }

  /** Whether a key is the rest of the number before it; then that is the value meant. */
  private joinNumber(map: YamlMap, index: number): boolean {
    const number = splitNumber(this.text, this.events, index);
    if (number === null) return false;
    map[number.key] = number.value;
    this.report(problem.thousandsProblem(number.value, number.start, number.end));
    this.index = number.next;
    return true;
  }

  /** A key's text; null where it cannot be one, which is reported. */
  private key(event: YamlEvent): string | null {
    if (event.type === SCALAR) {
      if (event.tagStart >= 0 || event.anchorStart >= 0) {
        const count = this.plusNumbers.length;
        this.markedNode(event);
        this.plusNumbers.length = count;
      } else if (event.style === DOUBLE_QUOTED && !event.fast) this.checkEscapes(event);
      return getScalarValue(this.text, event);
    }
    const index = this.index - 1;
    if (event.type === ALIAS) {
      const anchor = this.alias(event);
      if (anchor === null) return null;
      if (anchor.key !== null) return anchor.key;
    } else {
      this.node(event);
    }
    const { start, end } = this.extent(index);
    this.report(problem.collectionKeyProblem(start, end));
    return null;
  }

  private isMerge(event: YamlEvent): boolean {
    if (event.type !== SCALAR) return false;
    if (event.tagStart < 0) return event.style === PLAIN;
    return coreTag(this.text.slice(event.tagStart, event.tagEnd), this.tagHandles) === "merge";
  }

  private merge(map: YamlMap, merged: Set<string>, event: YamlEvent): void {
    if (event.type === SEQUENCE && event.anchorStart < 0) {
      let item = this.events[this.index++];
      while (item !== undefined && item.type !== POP) {
        this.mergeFrom(map, merged, item, false);
        item = this.events[this.index++];
      }
      this.closed++;
    } else {
      this.mergeFrom(map, merged, event, true);
    }
  }

  private mergeFrom(map: YamlMap, merged: Set<string>, event: YamlEvent, mayBeList: boolean): void {
    const index = this.index - 1;
    let source: YamlValue;
    if (event.type === ALIAS) {
      const anchor = this.alias(event);
      if (anchor === null) return;
      source = anchor.value;
    } else {
      source = this.node(event);
    }
    if (isYamlMap(source)) {
      addMissing(map, merged, source);
    } else if (mayBeList && Array.isArray(source) && source.every(isYamlMap)) {
      for (const item of source) addMissing(map, merged, item);
    } else {
      const { start, end } = this.extent(index);
      this.report(problem.mergeProblem(start, end));
    }
  }

  /** What an alias stands for; null where it cannot be followed, which is reported. */
  private alias(event: AliasEvent): Anchor | null {
    const start = event.anchorStart - 1;
    const end = event.anchorEnd;
    const name = this.text.slice(event.anchorStart, end);
    const anchor = this.anchors?.get(name);
    if (anchor === undefined) this.report(problem.unknownAliasProblem(name, start, end));
    else if (anchor.open) this.report(problem.recursiveAliasProblem(name, start, end));
    else if (this.depth + anchor.height > MAX_DEPTH) this.report(problem.aliasDepthProblem(start, end));
    else if (this.aliased + anchor.nodes > MAX_ALIASED_NODES) {
      if (!this.aliasLimitMet) this.report(problem.aliasLimitProblem(MAX_ALIASED_NODES, start, end));
      this.aliasLimitMet = true;
    } else {
      this.aliased += anchor.nodes;
      this.deepest = Math.max(this.deepest, this.depth + anchor.height);
      return anchor;
    }
    return null;
  }

  /** A node with a tag or an anchor. */
  private markedNode(event: NodeEvent): YamlValue {
    if (event.anchorStart < 0) return this.taggedNode(event);
    const name = this.text.slice(event.anchorStart, event.anchorEnd);
    const key = event.type === SCALAR ? getScalarValue(this.text, event) : null;
    const anchor: Anchor = { value: null, key, nodes: 0, height: 0, open: true };
    this.anchors ??= new Map();
    this.anchors.set(name, anchor);
    const { index, closed, aliased, deepest, depth } = this;
    this.deepest = depth;
    anchor.value = this.taggedNode(event);
    anchor.open = false;
    anchor.height = this.deepest - depth;
    anchor.nodes = 1 + (this.index - index) - (this.closed - closed) + (this.aliased - aliased);
    this.deepest = Math.max(this.deepest, deepest);
    return anchor.value;
  }

  private taggedNode(event: NodeEvent): YamlValue {
    const { tagStart, tagEnd } = event;
    if (tagStart < 0) return this.untagged(event);
    const raw = this.text.slice(tagStart, tagEnd);
    const tag = coreTag(raw, this.tagHandles);
    if (tag === undefined) {
      this.report(problem.unknownTagProblem(raw, tagStart, tagEnd));
      return this.untagged(event);
    }
    if (event.type !== SCALAR) {
      const fits = tag === "!" || tag === (event.type === MAPPING ? "map" : "seq");
      if (!fits) this.report(problem.tagValueProblem(raw, WANTED[tag], tagStart, tagEnd));
      return this.untagged(event);
    }
    const source = getScalarValue(this.text, event);
    if (source === "" && tag === "map") return new YamlObject();
    if (source === "" && tag === "seq") return [];
    const value = resolveTagged(tag, source);
    if (value === undefined) {
      this.report(problem.tagValueProblem(raw, WANTED[tag], tagStart, tagEnd));
      return this.untagged(event);
    }
    return typeof value === "number" && !Number.isFinite(value) ? this.notFinite(event) : value;
  }

  private untagged(event: NodeEvent): YamlValue {
    if (event.type === SCALAR) return this.scalar(event);
    return event.type === MAPPING ? this.map() : this.list();
  }

  private duplicate(key: string, index: number): void {
    const { start, end } = this.extent(index);
    this.firstKeys ??= new FirstKeys(this.text, this.events, this.laidOut());
    const first = this.firstKeys.find(key, index);
    this.report(problem.duplicateKeyProblem(key, start, end, first === undefined ? null : this.extent(first)));
  }

  private extent(index: number): { start: number; end: number } {
    const { start, end } = this.laidOut();
    return { start: start[index] ?? 0, end: end[index] ?? 0 };
  }

  private laidOut(): YamlLayout {
    this.layout ??= layOut(this.text, this.parsed);
    return this.layout;
  }

  /** `target: >5` is a valid, empty block of text, and surely meant as a comparison. */
  private checkComparison(): void {
    const { start, end } = this.extent(this.index - 1);
    const header = this.text.slice(start, end);
    if (/^>[-+]?[0-9]+$/.test(header)) this.report(problem.comparisonProblem(header, start, end));
  }

  /** The parser does not check that `\U` stays inside Unicode. */
  private checkEscapes(event: ScalarEvent): void {
    const scalar = this.text.slice(event.valueStart, event.valueEnd);
    if (!scalar.includes("\\U")) return;
    for (const match of scalar.matchAll(/\\(?:U([0-9a-fA-F]{8})|[^U])/g)) {
      const [source, digits] = match;
      if (digits === undefined || Number.parseInt(digits, 16) <= 0x10ffff) continue;
      const start = event.valueStart + match.index;
      this.report(problem.codePointProblem(source, start, start + source.length));
    }
  }

  private report(found: YamlProblem): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(found);
    else if (this.problems.length === MAX_PROBLEMS) this.problems.push(problem.tooManyProblem(MAX_PROBLEMS));
  }
}
