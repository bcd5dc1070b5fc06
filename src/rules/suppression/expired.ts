import { defineRule } from "../define.ts";
import { changed } from "../examples.ts";

const KEY = "  nps-2026:\n";
const WHY = "    why: Promoters renew and bring other customers.\n";
const until = (day: string): string =>
  `  # kpi-disable-next-line relevant/why-missing -- the owner is new until:${day}\n`;

export const rule = defineRule({
  id: "suppression/expired",
  summary: "The day until which a suppression holds is over, or is no day.",
  letter: null,
  level: "error",
  fixable: "suggestion",
  messages: {
    ended: "This suppression ended; correct the finding, or write a later day.",
    "ended-unused": "This suppression ended, and nothing is left to suppress; remove it.",
    "no-day": "`until:` names no day, so nothing is suppressed.",
  },
  docs: "`until:2026-09-30` makes a suppression a promise: it holds on that day for the last time, and from the next day on the finding is back, with this one beside it that says since when. A new day is a new decision, which a reviewer sees.",
  bad: changed([KEY, until("2026-06-30") + KEY]),
  good: changed([KEY, until("2026-09-30") + KEY], [WHY, ""]),
});
