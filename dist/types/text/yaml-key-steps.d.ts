/** Keys that came before: maps of one sort have the same keys in the same order. A memory for the hot path. */
/**
 * A key that followed certain others in a map before.
 *
 * Following a step costs one comparison of text: the key is neither cut out of the file nor looked up in the map
 * that is being read, for the keys of one path through the steps are all different.
 */
export declare class KeyStep {
    /** In the form that objects keep keys in, which makes storing under it fast; never a piece of a file's text. */
    readonly key: string;
    private latest;
    private readonly known;
    constructor(key: string);
    /** The step for the key in `text` from `start` up to `end`; null where it did not follow here before. */
    next(text: string, start: number, end: number): KeyStep | null;
    /** Adds a step for a key that is on no step up to this one; null where the memory is full. */
    learn(key: string): KeyStep | null;
    /** Whether no further step can be added. */
    get isFull(): boolean;
    private matches;
}
