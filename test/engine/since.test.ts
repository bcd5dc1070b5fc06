import { describe, expect, it } from "vitest";
import { newSince } from "../../src/engine/since.ts";
import { checkFiles } from "../support/check.ts";
import { GOOD } from "../support/cli.ts";

const CLEAN = { "kpi.yaml": GOOD };
const BROKEN = { "kpi.yaml": GOOD.replace("goal: happy-customers", "goal: happy-custmers") };
const UNKNOWN = "ref/unknown-goal";

async function since(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  shows?: (file: string) => boolean,
) {
  const options = { asOf: "2026-08-15" };
  const { result, kept } = newSince(await checkFiles(after, options), await checkFiles(before, options), shows);
  const { errors, warnings, infos, fixed } = result.summary;
  const rules = result.findings.map(({ ruleId }) => ruleId);
  return { rules, new: result.summary.new, fixed, kept, counted: errors + warnings + infos, result };
}

describe("newSince", () => {
  it("shows what the base does not have", async () => {
    const found = await since(CLEAN, BROKEN);
    expect(found.rules).toContain(UNKNOWN);
    expect(found.new).toBe(found.rules.length);
    expect(found.counted).toBe(found.rules.length);
  });

  it("counts what was fixed, and shows nothing then", async () => {
    const found = await since(BROKEN, CLEAN);
    expect(found).toMatchObject({ rules: [], new: 0, counted: 0 });
    expect(found.fixed).toBeGreaterThan(0);
  });

  it("keeps what stands on a line that was touched", async () => {
    const touched = { "kpi.yaml": `\n\n${BROKEN["kpi.yaml"].replace("Net Promoter Score of 75", "NPS of 75")}` };
    const found = await since(BROKEN, touched);
    expect(found).toMatchObject({ rules: [], fixed: 0 });
    expect(found.kept).toBeGreaterThan(0);
  });

  it("finds what another file broke", async () => {
    const [, goals = "", rest = ""] = /^([\s\S]*?)(?=metrics:)([\s\S]*)$/.exec(GOOD) ?? [];
    const head = { "goals.kpi.yaml": "version: 1\n", "kpi.yaml": `version: 1\n${rest}` };
    expect((await since({ "goals.kpi.yaml": goals, "kpi.yaml": `version: 1\n${rest}` }, head)).rules).toContain(
      UNKNOWN,
    );
  });

  it("takes an entity that moved to another file for the same", async () => {
    const found = await since(BROKEN, { "team/moved.kpi.yaml": BROKEN["kpi.yaml"] });
    expect(found).toMatchObject({ rules: [], new: 0, fixed: 0 });
  });

  it("compares everything and then shows some files", async () => {
    const found = await since(BROKEN, { "other.kpi.yaml": BROKEN["kpi.yaml"] }, (file) => file === "kpi.yaml");
    expect(found).toMatchObject({ rules: [], new: 0, fixed: 0, kept: 0 });
    expect((await since(CLEAN, BROKEN, () => false)).new).toBe(0);
  });

  it("does not take for fixed what is suppressed now, and shows what is suppressed no more", async () => {
    const comment = "# kpi-disable-file ref/unknown-goal -- the goal comes with the next change\n";
    const suppressed = { "kpi.yaml": comment + BROKEN["kpi.yaml"] };
    const found = await since(BROKEN, suppressed);
    expect(found).toMatchObject({ rules: [], fixed: 0 });
    expect(found.result.summary.suppressed).toBe(1);
    expect((await since(suppressed, BROKEN)).rules).toContain(UNKNOWN);
  });
});
