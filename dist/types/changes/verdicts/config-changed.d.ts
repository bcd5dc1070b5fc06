export declare const verdict: import("../define.ts").Verdict;
