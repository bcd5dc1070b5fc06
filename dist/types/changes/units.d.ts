/** Numbers of one unit in another: percent and shares say the same in two ways. */
/** What numbers of one unit are multiplied by to say the same in another; 1 where nothing is known. */
export declare function unitFactor(before: string | null, after: string | null): number;
/**
 * An older number in the unit that a newer one is written in. Numbers may have been converted with the unit or left
 * as they were, where only its name was wrong: what is nearer to the newer number is meant.
 */
export declare function asInUnitOf(now: number, old: number, factor: number): number;
