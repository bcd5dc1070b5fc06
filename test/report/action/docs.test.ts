import { existsSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { inputsFrom } from "../../../src/action/inputs.ts";
import { verdictLevels } from "../../../src/changes/levels.ts";
import { reviewFiles } from "../../../src/engine/review-files.ts";
import { day } from "../../progress/support.ts";
import { edit } from "../review/fixture.ts";
import { action, filledGuide, GUIDE, ROOT, read } from "./docs.ts";
import { company, companyWith } from "./scenarios.ts";

const DOCS = ["docs/action.md", "docs/change-review.md"];
const FOLDER = "examples/workflows";
const workflows = readdirSync(path.join(ROOT, FOLDER)).sort();
const workflow = (file: string): Workflow => parse(read(`${FOLDER}/${file}`)) as Workflow;

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: object;
  readonly jobs: Readonly<Record<string, { readonly permissions?: object; readonly steps: readonly Step[] }>>;
}

const CHANGES = verdictLevels.map(({ id }) => id.slice("diff/".length));
const isOurs = ({ uses = "" }: Step): boolean => uses.startsWith("kpi-as-code/");

/** Reads a step's inputs as the Action does, once expressions are put in. */
function expectInputs({ with: given = {} }: Step): void {
  expect(Object.keys(given).filter((name) => !(name in action.inputs))).toEqual([]);
  const value = (name: string): string => String(given[name] ?? action.inputs[name]?.default ?? "");
  const filledIn = (name: string): string => value(name).replace(/\$\{\{.*?\}\}/g, name === "as-of" ? "" : "x");
  expect(() => inputsFrom(filledIn, CHANGES)).not.toThrow();
}

const blocksOf = (file: string, language: string): readonly string[] =>
  [...read(file).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, text = ""]) => text);

describe("the guide to the Action", () => {
  it("shows the page that the Action writes, and what action.yml says", async () => {
    expect(read(GUIDE)).toBe(await filledGuide());
  });
});

describe.each(DOCS)("%s", (file) => {
  it("has YAML that can be read", () => {
    const blocks = blocksOf(file, "yaml");
    expect(blocks.length).toBeGreaterThan(2);
    for (const block of blocks) expect(parseAllDocuments(block).flatMap(({ errors }) => errors)).toEqual([]);
  });

  it("leads somewhere with every link", () => {
    const text = read(file).replace(/^```[\s\S]*?^```$/gm, "");
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const own = "https://github.com/kpi-as-code/kpi-as-code/blob/main/";
    for (const target of targets.map((one) => (one.startsWith(own) ? `/${one.slice(own.length)}` : one))) {
      if (/^https?:/.test(target)) continue;
      const [place = "", anchor] = target.split("#");
      const found = place.startsWith("/") ? place.slice(1) : path.join(path.dirname(file), place);
      const page = place === "" ? file : found;
      expect([target, existsSync(path.join(ROOT, page))]).toEqual([target, true]);
      if (anchor !== undefined) expect([target, anchorsOf(page)]).toEqual([target, expect.arrayContaining([anchor])]);
    }
  });
});

/** Headings as GitHub links them. */
function anchorsOf(file: string): readonly string[] {
  return [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe("workflows in the guide", () => {
  const blocks = DOCS.flatMap((file) => blocksOf(file, "yaml")).map((text): unknown => parse(text));
  const whole = blocks.filter((block) => typeof block === "object" && block !== null && "jobs" in block);
  const steps = blocks.filter(Array.isArray).flat() as readonly Step[];

  it("are examples that are checked as a whole", () => {
    expect(whole).toHaveLength(1);
    expect(whole).toEqual([workflow("minimal.yml")]);
    expect(read("docs/action.md")).toContain(read(`${FOLDER}/minimal.yml`));
    expect(read(`${FOLDER}/minimal.yml`).trimEnd().split("\n")).toHaveLength(10);
  });

  it("have steps with inputs that the Action takes", () => {
    expect(steps.filter(isOurs)).toHaveLength(2);
    for (const step of steps.filter(isOurs)) expectInputs(step);
  });

  it("use outputs that there are", () => {
    const texts = [...DOCS.map(read), ...workflows.map((file) => read(`${FOLDER}/${file}`))];
    const used = texts.flatMap((text) => [...text.matchAll(/steps\.kpi\.outputs\.([\w-]+)/g)].map(([, name]) => name));
    expect(used.length).toBeGreaterThan(2);
    expect(used.filter((name) => !((name ?? "") in action.outputs))).toEqual([]);
  });

  it("are all listed", () => {
    const text = read("docs/action.md");
    for (const file of workflows) if (file !== "minimal.yml") expect(text).toContain(`(../${FOLDER}/${file})`);
  });
});

describe.each(workflows)(`${FOLDER}/%s`, (file) => {
  const { on, permissions, concurrency, jobs } = workflow(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const rights = { ...permissions, ...Object.assign({}, ...Object.values(jobs).map((job) => job.permissions ?? {})) };

  it("states its permissions, and no more than it needs", () => {
    expect(permissions).toBeDefined();
    const comments = steps.some((step) => isOurs(step) && step.with?.comment !== "never") && !("schedule" in on);
    const reads = file === "kpi-comment.yml" ? { actions: "read" } : { contents: "read" };
    expect(rights).toEqual({
      ...reads,
      ...(comments ? { "pull-requests": "write" } : {}),
      ...(file === "sarif.yml" ? { "security-events": "write" } : {}),
      ...(file === "pages.yml" ? { pages: "write", "id-token": "write" } : {}),
    });
  });

  it("does not run twice at once", () => {
    if (file === "minimal.yml") expect(steps).toHaveLength(2);
    else expect(concurrency).toMatchObject({ group: expect.stringMatching(/^kpi-/) });
  });

  it("pins major versions, and runs no script", () => {
    expect(steps.map(({ uses }) => uses)).toEqual(steps.map(() => expect.stringMatching(/^[\w-]+(?:\/[\w-]+)+@v\d+$/)));
    for (const { uses = "" } of steps)
      if (uses.startsWith("actions/checkout@")) expect(uses).toBe("actions/checkout@v7");
  });

  it("gives the Action inputs that it takes", () => {
    const own = steps.filter(isOurs);
    expect(own).toHaveLength(1);
    for (const step of own) expectInputs(step);
  });

  it("hands nothing of a stranger's to a workflow that may write", () => {
    expect(on).not.toHaveProperty("pull_request_target");
    if ("workflow_run" in on) expect(steps.some(({ uses = "" }) => uses.startsWith("actions/checkout@"))).toBe(false);
  });
});

describe("the pair for forks", () => {
  it("belongs together", () => {
    const [first, second] = [workflow("kpi-report.yml"), workflow("kpi-comment.yml")];
    const withOf = ({ jobs }: Workflow, uses: string): Step["with"] =>
      Object.values(jobs)
        .flatMap(({ steps }) => steps)
        .find((step) => step.uses?.startsWith(uses))?.with;
    expect(second.on).toMatchObject({ workflow_run: { workflows: [(first as { name?: string }).name] } });
    const [up, down] = [withOf(first, "actions/upload-artifact"), withOf(second, "actions/download-artifact")];
    expect(down?.name).toBe(up?.name);
    expect(withOf(first, "kpi-as-code/")?.["json-file"]).toBe(up?.path);
    expect(withOf(second, "kpi-as-code/")?.["publish-report"]).toBe(`${down?.path}/${up?.path}`);
  });
});

describe("a reason where the guide puts it", () => {
  const CUSTOMERS = "kpis/customers.kpi.yaml";
  const CHURN = "kpis/data/clinic-churn.csv";
  const guide = blocksOf("docs/change-review.md", "(?:yaml|csv)").join("\n");
  /** A piece of the guide, which must stand there as it is. */
  const fromGuide = (text: string): string => {
    const lines = text.split("\n").map((line) => line.trim());
    for (const line of lines) expect(guide.split("\n").map((one) => one.trim())).toContain(line);
    return text;
  };
  const entry = (field: string): string => guide.split("\n").find((line) => line.includes(`field: ${field},`)) ?? "";
  const churn = /\n {2}churn-2026:[\s\S]*?(?=\n {2}first-response-q3:)/.exec(company[CUSTOMERS] ?? "")?.[0] ?? "";

  const cases: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    [
      "of a target",
      "diff/target-eased",
      companyWith({
        [CUSTOMERS]: [
          ["    target: 75\n", "    target: 72\n"],
          ["    changes: # the reason trail that a review asks for\n", `    changes:\n${entry("target")}\n`],
        ],
      }),
    ],
    [
      "of a metric",
      "diff/metric-redefined",
      companyWith({
        [CUSTOMERS]: [
          ["    aggregation: mean # of the weeks", "    aggregation: max # of the weeks"],
          ["    leads: churn-2026\n", `    leads: churn-2026\n    changes:\n${entry("aggregation")}\n`],
        ],
      }),
    ],
    [
      "of a KPI that is retired",
      "diff/kpi-removed-early",
      companyWith({
        [CUSTOMERS]: [
          [
            "    review: { every: monthly, last: 2026-08-03 }\n\n  first-response-q3",
            fromGuide(
              '    state: retired\n    retired: { on: 2026-08-14, reason: "Priorities changed: churn is counted by revenue from now on", outcome: 2.2 % in July }',
            ).concat("\n\n  first-response-q3"),
          ],
        ],
      }),
    ],
    [
      "of a KPI that is deleted",
      "diff/kpi-removed-early",
      companyWith({
        [CUSTOMERS]: [
          [churn, ""],
          [
            "version: 1\n",
            `version: 1\n${fromGuide('removed:\n  churn-2026: { on: 2026-08-14, reason: "Priorities changed: churn is counted by revenue from now on" }')}\n`,
          ],
        ],
      }),
    ],
    [
      "of a threshold",
      "diff/threshold-loosened",
      companyWith({
        "kpi.config.yaml": [
          [
            "status: { on_track: 0.95, at_risk: 0.75, warm_up: 0.10 }",
            fromGuide(
              "status:\n  on_track: 0.90 # External constraint: the survey comes two weeks late in every quarter",
            ),
          ],
        ],
      }),
    ],
    [
      "of a value that is corrected",
      "diff/history-rewritten",
      {
        ...company,
        [CHURN]: edit(
          company[CHURN] ?? "",
          ["date,value\n", fromGuide("date,value,note").concat("\n")],
          [
            /^2026-07-31,.*$/m.exec(company[CHURN] ?? "")?.[0] ?? "",
            fromGuide('2026-07-31,2.3,"Error in definition: two clinics were counted twice"'),
          ],
        ),
      },
    ],
  ];

  it.each(cases)("%s is found", async (_, ruleId, head) => {
    const { changes } = await reviewFiles({ base: company, head, asOf: day("2026-08-15") });
    const own = changes.filter((change) => change.ruleId === ruleId);
    expect(own).not.toEqual([]);
    for (const { severity, reason } of own) {
      expect(severity).toBe("warning");
      expect(reason).toMatch(/^(?:Over-optimistic|Priorities changed|Error in definition|External constraint): /);
    }
  });

  it("of a suppression is found", async () => {
    const [rule, line] = [
      "relevant/guardrail-missing",
      "  # kpi-disable-next-line relevant/guardrail-missing -- churn is its own guardrail, see the minutes of June",
    ];
    const head = companyWith({ [CUSTOMERS]: [["  churn-2026:\n", `${fromGuide(line)}\n  churn-2026:\n`]] });
    const { changes } = await reviewFiles({ base: company, head, asOf: day("2026-08-15") });
    expect(changes.map(({ ruleId, severity }) => ({ ruleId, severity }))).toEqual([
      { ruleId: "diff/rule-weakened", severity: "warning" },
    ]);
    expect(changes[0]?.message).toContain(rule);
  });
});
