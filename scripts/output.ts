/** A generated file: written by `npm run generate`, compared by `npm run generate -- --check`. */
export interface Output {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly text: string;
}
