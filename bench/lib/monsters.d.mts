/** A name, and what makes the text. */
export const MONSTERS: readonly (readonly [name: string, text: () => string])[];
