export declare const rule: import("../define.ts").Rule<unknown>;
