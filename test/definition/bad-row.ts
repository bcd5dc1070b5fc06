/** What a row of the tables of bad documents holds. */

/** Rule id, message id, path, what of it is marked, and the source that each suggestion writes (null: advice only). */
export type Expected = readonly [
  ruleId: string,
  messageId: string,
  path: string,
  at: "key" | "value",
  suggestions?: readonly (string | null)[],
];

export interface Bad {
  readonly name: string;
  readonly text: string;
  readonly problems: readonly Expected[];
}

export function bad(name: string, text: string, ...problems: readonly Expected[]): Bad {
  return { name, text, problems };
}

export const TARGET = "measurable/target-unreadable";
export const TIMEFRAME = "timely/timeframe-unreadable";
