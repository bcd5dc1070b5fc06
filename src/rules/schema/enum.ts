import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "schema/enum",
  summary: "A value is not one of those that the field allows.",
  letter: null,
  level: "error",
  fixable: "suggestion",
  messages: { enum: "The field allows a few words only; the nearest one is suggested." },
  docs: "Fields such as `category`, `aggregation`, `cadence`, `better` and `state` allow a few words. The message lists them; an editor with the schema completes them.",
  bad: changed(["    category: customer\n", "    category: customers\n"]),
  good,
});
