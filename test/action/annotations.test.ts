/** Annotations stand on the lines that GitHub shows: those of the pull request's head. */

import { describe, expect, it } from "vitest";
import { EASED, edited, KPIS, VAGUE, WRONG } from "./support/kpis.ts";
import type { StepResult } from "./support/runner.ts";
import { reportOf, sarifUris, stage } from "./support/scene.ts";

const on = stage();

const places = ({ annotations }: StepResult) =>
  annotations.flatMap(({ file, line, title }) => (file === null ? [] : [`${file}:${line} ${title}`]));
const linesOf = (text: string) => text.split("\n");

describe("lines", () => {
  const later = {
    "kpi.yaml": edited(
      KPIS,
      ["version: 1\n", "version: 1\n# What we want.\n# And how we know.\n"],
      ["    unit: points\n", ""],
    ),
  };

  it.each([
    ["the merge commit", "merge", 2],
    ["the merge commit alone", "merge", 1],
    ["the head", "head", 2],
  ] as const)("are the head's although the base moved on in the same file: %s", async (_, ref, depth) => {
    const { run, files } = await on.scene({ change: edited(EASED, ["@cx", "@not an owner"]), later, ref, depth });
    const result = await run();
    const head = linesOf(files.origin.git("show", `${files.headSha}:kpi.yaml`));
    const marked = result.annotations.filter(({ file }) => file === "kpi.yaml");
    expect(new Set(marked.map(({ title, line }) => `${title}: ${head[(line ?? 0) - 1]?.trim()}`))).toEqual(
      new Set([
        "diff/status-by-definition: nps-2026:",
        "diff/target-eased: target: 70",
        'schema/pattern: owner: "@not an owner"',
      ]),
    );
    for (const { line, endLine, column, endColumn } of marked) {
      expect(endLine).toBe(line);
      expect(head[(line ?? 0) - 1]?.slice((column ?? 0) - 1, (endColumn ?? 0) - 1)).toMatch(
        /^(nps-2026|70|"@not an owner")$/,
      );
    }
  });

  it("are those of the checkout where the head cannot be had", async () => {
    const { run } = await on.scene({ change: WRONG, later, depth: 2 });
    const result = await run({ base: "HEAD^1" }, { event: { ...(await on.scene({ change: WRONG })).event } });
    expect(places(result)).toContain("kpi.yaml:20 schema/pattern");
  });

  it("of files that are called binary are lines all the same", async () => {
    const base = { "kpi.yaml": KPIS, ".gitattributes": "*.yaml binary\n" };
    const { run } = await on.scene({ base, change: VAGUE });
    expect(places(await run())).toEqual(["kpi.yaml:17 specific/vague-term"]);
  });
});

describe("annotate", () => {
  /** An old warning in a file that is changed, one in a file that is not, and a link that breaks from afar. */
  const goals = (text: string) => `version: 1\ngoals:\n${text}`;
  const happy = '  happy-customers: { title: Customers stay because they are happy, owner: "@ceo" }\n';
  const [head = "", rest = ""] = VAGUE.split(/goals:\n[\s\S]*?(?=metrics:)/);
  const other = edited(
    head + rest,
    ["  nps:", "  nps-2:"],
    ["Net Promoter Score", "Days until an answer"],
    ["Promoters less detractors", "Between question and reply"],
    ["  nps-2026:", "  nps-2027:"],
    ["metric: nps\n", "metric: nps-2\n"],
  );
  const base = { "a.kpi.yaml": head + rest, "b.kpi.yaml": other, "goals.kpi.yaml": goals(happy) };
  const change = {
    "a.kpi.yaml": edited(head + rest, ["unit: points", "unit: points # of a hundred"]),
    "goals.kpi.yaml": goals(edited(happy, ["happy-customers", "glad-customers"])),
  };

  it.each([
    ["changed-lines", []],
    ["changed-files", ["a.kpi.yaml:14 ref/goal"]],
    [
      "all",
      [
        "a.kpi.yaml:13 specific/vague-term",
        "a.kpi.yaml:14 ref/goal",
        "b.kpi.yaml:13 specific/vague-term",
        "b.kpi.yaml:14 ref/goal",
      ],
    ],
    ["none", []],
  ])("%s", async (annotate, expected) => {
    const { run } = await on.scene({ base, change });
    const result = await run({ annotate });
    const found = places(result).map((place) => place.replace(/ref\/\S+/, "ref/goal"));
    expect(found.filter((place) => !place.includes("diff/")).sort()).toEqual(expected);
    const others = reportOf(result).check.findings.filter(({ ruleId }) => ruleId.startsWith("ref/"));
    expect(others.map(({ file }) => file)).toEqual(["a.kpi.yaml", "b.kpi.yaml"]);
    if (annotate === "none") expect(places(result)).toEqual([]);
  });
});

describe("a workspace in a folder", () => {
  const base = { "teams/cx/kpi.yaml": KPIS, "teams/hr/kpi.yaml": VAGUE, "kpi.yaml": VAGUE };

  it("has its files named from the top of the repository", async () => {
    const { run, workspace, comments } = await on.scene({
      base,
      change: { "teams/cx/kpi.yaml": edited(EASED, ["@cx", "@x y"]) },
    });
    const result = await run({ "working-directory": "teams/cx", "sarif-file": "out/kpi.sarif" });
    expect(result.outputs).toMatchObject({
      kpis: "1",
      errors: "1",
      "changed-kpis": "1",
      "sarif-file": workspace.join("out/kpi.sarif"),
    });
    expect(new Set(places(result).map((place) => place.split(":")[0]))).toEqual(new Set(["teams/cx/kpi.yaml"]));
    const { diff, check } = reportOf(result);
    for (const { file } of [...(diff?.changes ?? []), ...check.findings]) expect(file).toBe("teams/cx/kpi.yaml");
    const [{ body } = { body: "" }] = await comments();
    expect(body).toContain("teams/cx/kpi.yaml:23");
    expect(body.split("\n")[0]).toContain(" key=teams%2Fcx ");
    expect(sarifUris(workspace.join("out/kpi.sarif"))).toEqual(["teams/cx/kpi.yaml"]);
  });

  it.each([
    ["nowhere", 'there is no folder "nowhere" in the checkout'],
    ["kpi.yaml", 'there is no folder "kpi.yaml" in the checkout'],
    ["..", '".." leads out of the checkout'],
  ])("must be there: %s", async (folder, words) => {
    const { run } = await on.scene({ base });
    const result = await run({ "working-directory": folder });
    expect(result.status).toBe(1);
    expect(result.annotations).toMatchObject([{ level: "error", message: expect.stringContaining(words) }]);
  });

  it("may be a part of the paths", async () => {
    const { run } = await on.scene({
      base: { ...base, "kpi.yaml": "version: 1\n", "teams/hr/hr.kpi.yaml": "version: 1\n" },
      change: { "teams/cx/cx.kpi.yaml": WRONG },
    });
    const all = await run({ paths: "teams/hr", annotate: "all", "working-directory": "." });
    expect(places(all)).toEqual([]);
    expect(all).toMatchObject({ status: 0 });
  });

  it("holds KPI files: a folder without any is no success", async () => {
    const { run } = await on.scene({
      base: { ...base, "kpi.yaml": "version: 1\n", "teams/hr/kpi.yaml": "version: 1\n" },
    });
    const result = await run({ paths: "teams/hr", "working-directory": "." });
    expect(result.status).toBe(1);
    expect(result.annotations).toMatchObject([
      { level: "error", message: expect.stringContaining("There are no KPI files in teams/hr.") },
    ]);
  });
});

describe("paths", () => {
  const base = {
    "a.kpi.yaml": VAGUE,
    "kpis/b.yaml": "version: 1\nmetrics:\n  m: { title: Parts without a flaw, unti: parts }\n",
  };

  it.each([
    ["", ["a.kpi.yaml", "kpis/b.yaml"]],
    ["kpis", ["kpis/b.yaml"]],
    ["kpis\na.kpi.yaml", ["a.kpi.yaml", "kpis/b.yaml"]],
    ["a.kpi.yaml", ["a.kpi.yaml"]],
  ])("%j choose whose findings are shown", async (paths, files) => {
    const { run } = await on.scene({ base });
    const found = (await run({ paths, annotate: "all", "fail-on": "info" })).annotations.flatMap(
      ({ file }) => file ?? [],
    );
    expect([...new Set(found)].sort()).toEqual(files);
  });

  it("that are not there are an error", async () => {
    const { run } = await on.scene({ base });
    const result = await run({ paths: "kpis\nnowhere" });
    expect(result).toMatchObject({ status: 1, annotations: [{ message: 'There is no file or folder "nowhere".' }] });
  });
});

it("names of files stay what they are, whatever is in them", async () => {
  const name = "kpis/a,b:c%3A;d e'ü\"[x]::.yaml";
  const { run } = await on.scene({ base: { [name]: KPIS }, change: { [name]: VAGUE } });
  const result = await run();
  expect(result.annotations).toMatchObject([{ file: name, line: 17, title: "specific/vague-term" }]);
});
