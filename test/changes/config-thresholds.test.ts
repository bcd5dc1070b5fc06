import { describe, expect, it } from "vitest";
import { verdict } from "../../src/changes/verdicts/threshold-loosened.ts";
import { good } from "../../src/rules/examples.ts";
import { changesOf, changesOfExample, type Files, placeText } from "./review.ts";

const CONFIG = "kpi.config.yaml";
const NO_REASON = "; say why in a comment on the line or above it";
/** What is not there any more has no line. */
const NO_LINE = "; say why in a comment above line 1";

const withConfig = (text: string, others: Files = {}): Files => ({ ...good.files, [CONFIG]: text, ...others });

describe("diff/threshold-loosened", () => {
  it.each<[string, string, string, string, string, string]>([
    [
      "on_track is lowered",
      "status: { on_track: 0.95 }",
      "status: { on_track: 0.8 }",
      "status.on_track is lowered: 0.95 → 0.8",
      "0.8",
      "head",
    ],
    [
      "at_risk is lowered",
      "status: { at_risk: 0.75 }",
      "status: { at_risk: 0.5 }",
      "status.at_risk is lowered: 0.75 → 0.5",
      "0.5",
      "head",
    ],
    [
      "warm_up is raised",
      "status: { warm_up: 0.1 }",
      "status: { warm_up: 0.5 }",
      "status.warm_up is raised: 0.1 → 0.5",
      "0.5",
      "head",
    ],
    [
      "the limit of a goal is raised",
      "limits: { kpis_per_goal: 5 }",
      "limits: { kpis_per_goal: 9 }",
      "limits.kpis_per_goal is raised: 5 → 9",
      "9",
      "head",
    ],
    [
      "the limit of a person is raised",
      "limits: { kpis_per_person: 3 }",
      "limits: { kpis_per_person: 4 }",
      "limits.kpis_per_person is raised: 3 → 4",
      "4",
      "head",
    ],
    [
      "the limit of a team is raised",
      "limits: { kpis_per_team: 15 }",
      "limits: { kpis_per_team: 1500 }",
      "limits.kpis_per_team is raised: 15 → 1,500",
      "1500",
      "head",
    ],
    [
      "a default is loosened",
      "language: en",
      "status: { on_track: 0.8 }",
      "status.on_track is lowered: 0.95 → 0.8",
      "0.8",
      "head",
    ],
    [
      "a stricter setting is taken away",
      "status: { on_track: 0.99 }",
      "language: en",
      "status.on_track is lowered: 0.99 → 0.95",
      "0.99",
      "base",
    ],
  ])("reports that %s", async (_, from, to, message, place, side) => {
    const [before, after] = [withConfig(`version: 1\n${from}\n`), withConfig(`version: 1\n${to}\n`)];
    const changes = await changesOf(verdict, { before, after });
    expect(changes).toMatchObject([
      {
        severity: "error",
        message: `${message}${side === "base" ? NO_LINE : NO_REASON}.`,
        entity: null,
        asksReason: true,
        reason: null,
        side,
      },
    ]);
    expect(changes.map((change) => placeText(change, { before, after }))).toEqual([place]);
    expect(changes.map((change) => change.place.file)).toEqual([CONFIG]);
  });

  it("says what it bears on", async () => {
    const status = await changesOf(verdict, {
      before: good.files,
      after: withConfig("version: 1\nstatus: { on_track: 0.8 }\n"),
    });
    expect(status).toMatchObject([
      {
        field: "status.on_track",
        before: "0.95",
        after: "0.8",
        resolvedBefore: 0.95,
        resolvedAfter: 0.8,
        eases: true,
        kpis: ["nps-2026"],
      },
    ]);
    const limit = await changesOf(verdict, {
      before: good.files,
      after: withConfig("version: 1\nlimits: { kpis_per_goal: 9 }\n"),
    });
    expect(limit).toMatchObject([{ field: "limits.kpis_per_goal", eases: false, kpis: [] }]);
  });

  it.each<[string, string, string, string]>([
    [
      "behind the line",
      "status:\n  on_track: 0.95\n",
      "status:\n  on_track: 0.8 # Our pace is uneven\n",
      "Our pace is uneven",
    ],
    [
      "above the line",
      "status:\n  on_track: 0.95\n",
      "status:\n  # Our pace is uneven\n  on_track: 0.8\n",
      "Our pace is uneven",
    ],
    [
      "above the map, where the line is gone",
      "status:\n  on_track: 0.99\n  at_risk: 0.75\n",
      "# The default will do\nstatus:\n  at_risk: 0.75\n",
      "The default will do",
    ],
    [
      "above everything, where the map is gone",
      "status:\n  on_track: 0.99\n",
      "# The default will do\n",
      "The default will do",
    ],
  ])("takes a comment %s as the reason", async (_, from, to, reason) => {
    const [before, after] = [withConfig(`${from}version: 1\n`), withConfig(`${to}version: 1\n`)];
    const changes = await changesOf(verdict, { before, after });
    expect(changes.map((change) => [change.severity, change.reason, change.message.includes("say why")])).toEqual([
      ["warning", reason, false],
    ]);
  });

  it.each<[string, string, string]>([
    [
      "that stood there before",
      "status:\n  on_track: 0.95 # The default\n",
      "status:\n  on_track: 0.8 # The default\n",
    ],
    [
      "on another line",
      "status:\n  on_track: 0.95\n",
      "status:\n  on_track: 0.8\n  at_risk: 0.7 # The default\n".replace("0.7", "0.75"),
    ],
  ])("does not take a comment %s", async (_, from, to) => {
    const [before, after] = [withConfig(`version: 1\n${from}`), withConfig(`version: 1\n${to}`)];
    expect((await changesOf(verdict, { before, after })).map(({ severity }) => severity)).toEqual(["error"]);
  });

  it("finds the file that states it, and the reason there", async () => {
    const nearest = "version: 1\nextends: ./team.yaml\n";
    const before = withConfig(nearest, { "team.yaml": "version: 1\nstatus: { on_track: 0.95 }\n" });
    const after = withConfig(nearest, { "team.yaml": "version: 1\nstatus: { on_track: 0.8 } # Our pace is uneven\n" });
    const changes = await changesOf(verdict, { before, after });
    expect(changes).toMatchObject([
      { severity: "warning", reason: "Our pace is uneven", place: { file: "team.yaml" } },
    ]);
    expect(changes.map((change) => placeText(change, { before, after }))).toEqual(["0.8"]);
  });

  it.each<[string, string, string]>([
    [
      "stricter lines",
      "status: { on_track: 0.9, at_risk: 0.7, warm_up: 0.2 }",
      "status: { on_track: 0.95, at_risk: 0.8, warm_up: 0.1 }",
    ],
    ["lower limits", "limits: { kpis_per_goal: 9 }", "limits: { kpis_per_goal: 4 }"],
    ["the default in words", "language: en", "status: { on_track: 0.95 }"],
    ["other words for the same number", "status: { on_track: 0.9 }", "status:\n  on_track: 0.90"],
    ["another setting", "language: en", "fiscal_year_starts: 04-01"],
  ])("is silent about %s", async (_, from, to) => {
    const [before, after] = [withConfig(`version: 1\n${from}\n`), withConfig(`version: 1\n${to}\n`)];
    expect(await changesOf(verdict, { before, after })).toEqual([]);
  });

  it("is silent about a setting that moves to another file", async () => {
    const before = withConfig("version: 1\nstatus: { on_track: 0.8 }\n");
    const after = withConfig("version: 1\nextends: ./team.yaml\n", {
      "team.yaml": "version: 1\nstatus: { on_track: 0.8 }\n",
    });
    expect(await changesOf(verdict, { before, after })).toEqual([]);
  });

  it("shows itself in its example", async () => {
    expect((await changesOfExample(verdict)).map(({ severity }) => severity)).toEqual(["error"]);
  });
});
