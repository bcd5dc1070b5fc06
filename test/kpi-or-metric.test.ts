/** The examples of docs/kpi-or-metric.md give what the page says. */

import { readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { checkFiles } from "./support/check.ts";
import { ROOT } from "./support/cli.ts";

const page = readFileSync(path.join(ROOT, "docs/kpi-or-metric.md"), "utf8");
const blocks = [...page.matchAll(/```(yaml|text)[^\n]*\n([\s\S]*?)```/g)].map(([, kind, text = ""]) => ({
  kind,
  text,
}));
const [metrics, called, missing, whole, one] = blocks.map(({ text }) => text);

async function found(text = ""): Promise<readonly string[]> {
  return (await checkFiles({ "kpi.yaml": text })).findings.map(({ ruleId }) => ruleId).sort();
}

const lines = (text = ""): readonly string[] => text.trim().split("\n").sort();

describe("KPI or metric?", () => {
  it("says nothing of metrics", async () => {
    expect(await found(metrics)).toEqual([]);
  });

  it("names exactly the missing parts", async () => {
    const errors = (await checkFiles({ "kpi.yaml": called ?? "" })).findings.filter(
      ({ severity }) => severity === "error",
    );
    expect(errors.map(({ ruleId }) => ruleId).sort()).toEqual(lines(missing));
  });

  it.each(["Monthly sales revenue", "Customer acquisition cost", "Customer lifetime value", "Average order value"])(
    "%s, called a KPI",
    async (title) => {
      const text = (called ?? "").replaceAll("Monthly sales revenue", title);
      const { findings } = await checkFiles({ "kpi.yaml": text });
      const errors = findings.filter(({ severity }) => severity === "error").map(({ ruleId }) => ruleId);
      expect(errors.sort()).toEqual(["measurable/target-missing", "timely/timeframe-missing"]);
    },
  );

  it("passes a whole one with one piece of information", async () => {
    expect(await found(whole)).toEqual(lines(one));
    const { findings } = await checkFiles({ "kpi.yaml": whole ?? "" });
    expect(findings.map(({ severity }) => severity)).toEqual(["info"]);
  });
});
