/** The shape of every status, so that colour is never needed to tell one from another. */

import type { Status } from "../../progress/status.ts";

/** Paths on a grid of 16 by 16; holes are cut by the even-odd rule. */
export const statusShapes: Readonly<Record<Status, string>> = {
  achieved: "M8 .8l2.2 4.6 5 .7-3.6 3.5.9 5L8 12.2l-4.5 2.4.9-5L.8 6.1l5-.7z",
  "on-track": "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM6.9 11.7l5-5.5-1.3-1.2-3.8 4.2-1.8-1.8-1.3 1.3z",
  "not-started": "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 8 2.8z",
  "no-data":
    "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM5.2 6.3h1.7c0-.7.5-1.1 1.1-1.1.7 0 1.1.4 1.1 1 0 .5-.3.8-.9 1.2-.7.5-1.1 1-1.1 1.9v.4h1.7v-.3c0-.5.2-.7.8-1.1.8-.5 1.3-1.1 1.3-2.1C10.9 4.7 9.7 3.7 8 3.7S5.2 4.7 5.2 6.3zM7 10.7v1.8h1.9v-1.8z",
  "awaiting-data": "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.8V8h5.2A5.2 5.2 0 1 1 8 2.8z",
  "at-risk": "M8 1.2l7.3 13H.7zM7.1 6v4.2h1.8V6zm0 5.2v1.7h1.8v-1.7z",
  "off-track": "M8 14.8L.7 1.8h14.6zM7.1 3.8v4.2h1.8V3.8zm0 5.2v1.7h1.8V9z",
  missed: "M3.2 1.2L8 6l4.8-4.8 2 2L10 8l4.8 4.8-2 2L8 10l-4.8 4.8-2-2L6 8 1.2 3.2z",
  invalid: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM5 3.7A5.2 5.2 0 0 1 12.3 11zM3.7 5A5.2 5.2 0 0 0 11 12.3z",
};

/** How a status is read aloud and printed: its name without hyphens. */
export function statusWord(status: Status): string {
  return status.replaceAll("-", " ");
}
