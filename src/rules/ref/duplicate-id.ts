import { defineRule, placeOf } from "../define.ts";
import { good, withFiles } from "../examples.ts";

export const rule = defineRule({
  id: "ref/duplicate-id",
  summary: "The same id stands twice in one kind, across all files.",
  letter: null,
  level: "error",
  messages: {
    duplicate: 'The {kind} "{id}" is defined twice; give one of them another id, or merge them.',
  },
  docs: "The id is the identity: links, history and change review all follow it. The first definition, in the order of the file names, is the one that counts until the other is renamed.",
  bad: withFiles(good, {
    "sales.kpi.yaml": `version: 1

goals:
  happy-customers:
    title: Sales calls end with happy customers
    owner: team:sales
`,
  }),
  good,
  workspace: (context) => {
    for (const { kind, id, first, second } of context.workspace.duplicates) {
      const other = placeOf({ kind, id, origin: first });
      const same = first.file === second.file ? "Also defined here" : `Also defined in ${first.file}`;
      context.report({
        message: "duplicate",
        data: { kind: kind === "kpi" ? "KPI" : kind, id },
        place: placeOf({ kind, id, origin: second }),
        entity: { kind, id },
        related: [{ place: other, message: same }],
      });
    }
  },
});
