import { describe, expect, it } from "vitest";
import { cleanBody, reportBody } from "../../../src/report/action/body.ts";
import { type ActionReport, readReport } from "../../../src/report/action/model.ts";
import { scenarios } from "./scenarios.ts";

/** What GitHub takes of a comment. */
const LIMIT = 60_000;

describe("the page", () => {
  it.each(Object.entries<() => Promise<ActionReport>>(scenarios))("%s", async (name, scenario) => {
    await expect(reportBody(await scenario(), { limit: LIMIT })).toMatchFileSnapshot(`golden/${name}.golden.md`);
  });

  it("of a fork's run, from its JSON", async () => {
    const read = readReport(JSON.stringify(await scenarios["eased-without-reason"]()));
    if (!read.ok) throw new Error(read.why);
    const text = reportBody(read.report, { limit: LIMIT, origin: "reported by the fork's run" });
    await expect(text).toMatchFileSnapshot("golden/fork.golden.md");
  });

  it("that takes an earlier one's place", async () => {
    const text = cleanBody(await scenarios["nothing-changed"]());
    await expect(text).toMatchFileSnapshot("golden/clean.golden.md");
  });
});
