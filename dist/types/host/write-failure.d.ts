/** Why something could not be written. */
/** A failure of the file system in words that name no file: the one that failed may be a temporary one of our own. */
export declare class WriteFailure extends Error {
    readonly code: string;
    constructor(error: Error, code: string);
}
/** The failure in plain words; anything else, such as a mistake of ours, as it is. */
export declare function writeFailure(error: unknown): unknown;
