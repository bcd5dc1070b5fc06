/** What the read path says about a file, one sentence each. */
import type { YamlProblem } from "./yaml.ts";
import type { BrokenDocument } from "./yaml-events.ts";
/** Text from a file as it is shown in a message: one line, and not endless. */
export declare function shown(text: string): string;
/** A double-quoted scalar that reads as `value`. */
export declare function quoted(value: string): string;
export declare function tooLargeProblem(): YamlProblem;
export declare function tooManyProblem(limit: number): YamlProblem;
/** What the parser says about a broken document, where it needs no closer look; see `explainYamlError` for the rest. */
export declare function syntaxProblem(text: string, document: BrokenDocument): YamlProblem;
/** The character at the failure, or the last visible one before it within the document. */
export declare function visibleCharacter(text: string, document: Omit<BrokenDocument, "reason">): {
    start: number;
    end: number;
};
export declare function duplicateKeyProblem(key: string, start: number, end: number, first: {
    start: number;
    end: number;
} | null): YamlProblem;
export declare function collectionKeyProblem(start: number, end: number): YamlProblem;
export declare function unknownTagProblem(tag: string, start: number, end: number): YamlProblem;
export declare function tagValueProblem(tag: string, wanted: string, start: number, end: number): YamlProblem;
export declare function unknownAliasProblem(name: string, start: number, end: number): YamlProblem;
export declare function recursiveAliasProblem(name: string, start: number, end: number): YamlProblem;
export declare function aliasLimitProblem(limit: number, start: number, end: number): YamlProblem;
export declare function aliasDepthProblem(start: number, end: number): YamlProblem;
export declare function mergeProblem(start: number, end: number): YamlProblem;
export declare function numberProblem(source: string, start: number, end: number): YamlProblem;
export declare function comparisonProblem(header: string, start: number, end: number): YamlProblem;
export declare function comparisonSuggestion(limit: string): {
    title: string;
    replace: string;
};
export declare function thousandsProblem(value: number, start: number, end: number): YamlProblem;
export declare function codePointProblem(source: string, start: number, end: number): YamlProblem;
