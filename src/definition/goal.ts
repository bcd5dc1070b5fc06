/** What the organisation wants. A goal may be qualitative; its KPIs make it measurable. */

import type { z } from "zod";
import { choice, fields, idOf, owner, tags, text, texts, titleText } from "./common.ts";
import { timeframe } from "./timeframe.ts";

export const goal = fields({
  title: titleText({
    title: "Title",
    description:
      "What is wanted, in one line of 3 to 250 characters. Qualitative is fine: the KPIs below the goal hold the numbers.",
    examples: ["Grow revenue from small clinics"],
  }),
  owner: owner(
    "Who answers for the goal: one person or one team. Write a handle in quotes, because YAML reserves a leading `@`.",
  ),
  timeframe: timeframe(
    "When the goal holds. The windows of its KPIs should lie inside. Without one, that of the nearest parent counts.",
  ).optional(),
  parent: idOf("goal", {
    title: "Parent goal",
    description: "The id of the goal that this one serves. Goals form a tree; a circle is an error.",
    examples: ["company-growth"],
  }).optional(),
  why: text({
    title: "Why",
    description: "The reason for the goal, for people who join later. One or two sentences.",
    examples: ["Paid acquisition cost doubled in 2025."],
  }).optional(),
  resources: text({
    title: "Resources",
    description: "What is available to reach it: people, money, tools. It shows whether the goal is achievable.",
    examples: ["1 SEO engineer, 30 000 EUR content budget"],
  }).optional(),
  activities: text({
    title: "Activities",
    description: "What is done to reach it. Activities are not results: those belong in KPIs.",
    examples: ["Weekly articles, faster pages, links from partners"],
  }).optional(),
  stakeholders: texts({
    title: "Stakeholders",
    description: "Who has an interest in the goal, as a list of names or groups.",
    examples: [["board", "sales"]],
  }).optional(),
  tags: tags("goal").optional(),
  state: choice(
    {
      draft: "Being written; not yet agreed.",
      active: "Agreed and pursued.",
      done: "Reached or finished; active KPIs under it are reported.",
      dropped: "Given up; active KPIs under it are reported.",
    },
    {
      title: "State",
      description: "Where the goal stands. Default: `active`.",
      examples: ["active"],
      default: "active",
    },
  ).optional(),
}).meta({
  title: "Goal",
  description: "What the organisation wants to achieve. Needs a `title` and an `owner`.",
});

/** A goal as it is written in a file. */
export type GoalDefinition = z.input<typeof goal>;
