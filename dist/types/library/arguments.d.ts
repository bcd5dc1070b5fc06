/** What callers hand in, looked at before it is used: not every caller has a type checker. */
import { type Day } from "../workspace/day.ts";
import type { LoadedWorkspace, SourceText } from "./load.ts";
/** The folder that a source names; null where it holds files. */
export declare function folderIn(source: unknown): string | null;
/** The files of a source in path order. */
export declare function filesIn(source: object): readonly SourceText[];
/** Throws unless a value is what loadWorkspace gives. */
export declare function requireWorkspace(value: unknown, call: string): asserts value is LoadedWorkspace;
/** The day of an option; today, and not given, where there is none. */
export declare function dayIn(options: unknown, name: "asOf" | "notBefore"): {
    readonly day: Day;
    readonly isGiven: boolean;
};
