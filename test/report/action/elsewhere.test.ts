/** Hooks for pre-commit, and the example for GitLab. */

import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { isDefaultFile } from "../../../src/commands/definition-files.ts";
import { kpi } from "../../support/cli.ts";
import { PLAIN_ENV, TestRepository } from "../../support/repository.ts";
import { edit } from "../review/fixture.ts";
import { read } from "./docs.ts";
import { company, companyWith } from "./scenarios.ts";

const CUSTOMERS = "kpis/customers.kpi.yaml";
const TODAY = ["--as-of", "2026-08-15"];

const repositories: TestRepository[] = [];
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.drop();
});

function repositoryWith(files: Readonly<Record<string, string>>): TestRepository {
  const repository = new TestRepository(files);
  repositories.push(repository);
  return repository;
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly pass_filenames: boolean;
  readonly always_run?: boolean;
  readonly files?: string;
  readonly exclude?: string;
}

describe("the hooks", () => {
  const hooks = parse(read(".pre-commit-hooks.yaml")) as readonly Hook[];
  const hook = (id: string): Hook => hooks.find((one) => one.id === id) as Hook;
  const takes = ({ files = "", exclude }: Hook, file: string): boolean =>
    new RegExp(files).test(file) && !(exclude !== undefined && new RegExp(exclude).test(file));

  it("are two, and run what the package installs", () => {
    const { bin } = JSON.parse(read("package.json")) as { readonly bin: Readonly<Record<string, string>> };
    expect(hooks.map(({ id }) => id)).toEqual(["kpi-check", "kpi-check-files"]);
    for (const { entry, language } of hooks) {
      expect(language).toBe("node");
      expect(Object.keys(bin)).toContain(entry.split(" ")[0]);
    }
  });

  it("run on every commit where all is checked: a commit that only deletes has no file to name", () => {
    expect(hook("kpi-check")).toMatchObject({ always_run: true, pass_filenames: false });
    expect(hook("kpi-check")).not.toHaveProperty("files");
  });

  it.each([
    ["kpi.yaml", true],
    ["sales.kpi.yml", true],
    ["teams/sales/north.kpi.yaml", true],
    ["kpis/2026/a.yaml", true],
    ["kpi.config.yaml", false],
    ["kpis/kpi.config.yaml", false],
    ["kpi.known.json", false],
    ["kpis/data/churn.csv", false],
    ["helm/kpis/values.yaml", false],
    ["docs/kpi.yaml", false],
    ["docker-compose.yaml", false],
    ["akpi.yaml", false],
    ["src/kpi.ts", false],
  ])("by name take what a workspace reads by default: %s %s", (file, isTaken) => {
    expect(takes(hook("kpi-check-files"), file)).toBe(isTaken);
    if (!file.endsWith("kpi.config.yaml")) expect(isDefaultFile(file)).toBe(isTaken);
  });

  it("take files of two workspaces in one commit", () => {
    const { path: cwd } = repositoryWith({
      "a.kpi.yaml": "version: 1\n",
      "teams/kpi.config.yaml": "version: 1\n",
      "teams/b.kpi.yaml": "version: 1\nkpi: {}\n",
    });
    const args = hook("kpi-check-files").entry.split(" ").slice(1);
    const run = kpi([...args, ...TODAY, "a.kpi.yaml", "teams/b.kpi.yaml"], { cwd });
    expect([run.status, run.out]).toEqual([1, expect.stringContaining("teams/b.kpi.yaml:2")]);
  });

  it("find what a commit breaks in a file that it does not touch", () => {
    const { path: cwd } = repositoryWith({
      ...company,
      [CUSTOMERS]: edit(company[CUSTOMERS] ?? "", ["  happy-customers:\n", "  glad-customers:\n"]),
    });
    const run = ({ entry, pass_filenames }: Hook): string =>
      kpi([...entry.split(" ").slice(1), ...TODAY, ...(pass_filenames ? [CUSTOMERS] : [])], { cwd }).out;
    expect(run(hook("kpi-check"))).toContain("kpis/product.kpi.yaml:11");
    expect(run(hook("kpi-check-files"))).toContain(`${CUSTOMERS}:82`);
    expect(run(hook("kpi-check-files"))).not.toContain("kpis/product.kpi.yaml");
  });
});

describe("the pipeline of GitLab", () => {
  interface Job {
    readonly script: readonly string[];
    readonly artifacts: { readonly paths?: readonly string[]; readonly reports?: Readonly<Record<string, string>> };
  }
  const pipeline = parse(read("examples/gitlab/.gitlab-ci.yml")) as Readonly<Record<string, Job>>;
  const job = (name: string): Job => pipeline[name] as Job;

  /** Runs the one command of a job as the shell would, with the tool of this checkout. */
  function run({ script }: Job, repository: TestRepository, base: string): number | null {
    const [command = ""] = script;
    expect(script).toHaveLength(1);
    const [tool, ...args] = command.replace('"$CI_MERGE_REQUEST_DIFF_BASE_SHA"', base).split(" ");
    expect(tool).toBe("$KPI");
    return kpi([...args, ...TODAY], { cwd: repository.path, env: { ...PLAIN_ENV } }).status;
  }

  it("writes the reports that it hands over, also where it fails", () => {
    const repository = repositoryWith(company);
    const base = repository.git("rev-parse", "HEAD");
    for (const [file, text] of Object.entries(
      companyWith({ [CUSTOMERS]: [["    target: 75\n", "    target: 72\n    goals: x\n"]] }),
    )) {
      repository.write(file, text);
    }
    repository.commit();
    expect(run(job("kpi-check"), repository, base)).toBe(1);
    expect(run(job("kpi-diff"), repository, base)).toBe(1);
    const report = job("kpi-check").artifacts.reports?.codequality ?? "";
    const [issue] = JSON.parse(readFileSync(repository.join(report), "utf8")) as readonly object[];
    expect(issue).toMatchObject({ check_name: "schema/unknown-key", location: { path: CUSTOMERS } });
    const [page = ""] = job("kpi-diff").artifacts.paths ?? [];
    expect(readFileSync(repository.join(page), "utf8")).toMatch(
      /^\*\*1 KPI changes meaning; 1 target is eased without a reason; /,
    );
  });

  it("gives its page a name that GitLab takes", () => {
    const { expose_as: name } = job("kpi-diff").artifacts as { readonly expose_as?: string };
    expect(name).toMatch(/^[\w -]+$/);
  });
});
