/** Failures that a person can mend: one clear sentence and exit status 2, never a stack. */
/** A flag, a path or an argument that cannot be used. */
export declare class UsageError extends Error {
    readonly name = "UsageError";
}
export declare const EXIT: {
    readonly clean: 0;
    readonly findings: 1;
    readonly usage: 2;
    readonly bug: 3;
    readonly interrupted: 130;
};
/** A config that cannot be used. */
export declare class ConfigError extends Error {
    readonly name = "ConfigError";
}
