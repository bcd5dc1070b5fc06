import { existsSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { checkCommand } from "../../src/commands/check.ts";
import { UsageError } from "../../src/commands/errors.ts";
import { firstFile } from "../../src/commands/init/files.ts";
import { type InitOptions, initCommand } from "../../src/commands/init.ts";
import { checkExample } from "../../src/engine/example.ts";
import type { Ask } from "../../src/host/prompts.ts";
import { rules } from "../../src/rules/index.ts";
import { readYaml } from "../../src/text/yaml.ts";
import { parseDay } from "../../src/workspace/day.ts";
import { Folder, GOOD, type Run } from "../support/cli.ts";
import { hostIn } from "../support/host.ts";
import { everything, textIn } from "../support/record.ts";
import { PLAIN_ENV, TestRepository } from "../support/repository.ts";
import { BREAK_OFF, ENTER, person } from "./add-script.ts";
import { expectCanonical } from "./add-support.ts";

let folder: Folder | null = null;

function at<F extends Folder>(made: F): F {
  folder = made;
  return made;
}

afterEach(() => {
  folder?.drop();
  folder = null;
});

async function init(cwd: string, options: Partial<InitOptions> = {}, ask?: Ask): Promise<Run> {
  const host = hostIn(cwd, { env: PLAIN_ENV, ask });
  try {
    const status = await initCommand({ color: false, ...options }, host);
    return { status, out: host.seen.out, err: host.seen.notes };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 2, out: host.seen.out, err: error.message };
  }
}

/** The files that matter, without git's own. */
function files(home: Folder): readonly string[] {
  return Object.keys(everything(home))
    .filter((file) => !file.startsWith(".git/"))
    .sort();
}

/** What `kpi check` says of a folder, under the strict preset. */
async function strictly(cwd: string): Promise<string> {
  const home = new Folder({});
  try {
    const host = hostIn(cwd);
    home.write("strict.yaml", "version: 1\nextends: strict\n");
    await checkCommand([], { color: false, failOn: "error", config: home.join("strict.yaml"), format: ["json"] }, host);
    return JSON.stringify(JSON.parse(host.seen.out).findings);
  } finally {
    home.drop();
  }
}

describe("kpi init in an empty folder", () => {
  it("writes a file that passes every rule, a config, and says what to do next", async () => {
    const home = at(new Folder());
    expect(await init(home.path, { yes: true })).toEqual({
      status: 0,
      out: `Wrote kpi.yaml.
Wrote kpi.config.yaml.
This folder is in no git repository, so that no workflow is written; run kpi init again after git init.
Nobody is known to answer yet: put a name in place of team:your-team in kpi.yaml.

Next: kpi check
      kpi record time-to-production 6.5
      kpi add kpi
`,
      err: "",
    });
    expect(files(home)).toEqual(["kpi.config.yaml", "kpi.yaml"]);
    expect(textIn(home, "kpi.yaml")).toMatch(/^# yaml-language-server: \$schema=https:\/\//);
    expect(textIn(home, "kpi.config.yaml")).toMatch(/^# yaml-language-server: \$schema=https:\/\//);
    expectCanonical(textIn(home, "kpi.yaml"));
    expect(await strictly(home.path)).toBe("[]");
  });

  it("twice in a row changes nothing", async () => {
    const home = at(new Folder());
    await init(home.path, { yes: true });
    const before = everything(home);
    const { status, out } = await init(home.path, { yes: true });
    expect(status).toBe(0);
    expect(out).toBe(`kpi.yaml is there already; no example is written.
kpi.config.yaml is there already; it stays as it is.
This folder is in no git repository, so that no workflow is written; run kpi init again after git init.
Everything is there; nothing was written.

Next: kpi check
      kpi progress
`);
    expect(everything(home)).toEqual(before);
  });

  it("shows with --dry-run what it would write", async () => {
    const home = at(new Folder());
    const { out } = await init(home.path, { dryRun: true, owner: "@ana" });
    expect(out).toContain("+++ b/kpi.yaml\n");
    expect(out).toContain('+    owner: "@ana"\n');
    expect(out).toContain("Would write kpi.config.yaml.\n");
    expect(files(home)).toEqual([]);
  });

  it("takes an owner, and refuses what is none", async () => {
    const home = at(new Folder());
    expect((await init(home.path, { yes: true, owner: "Jane" })).err).toContain('--owner wants "@handle"');
    expect(files(home)).toEqual([]);
    await init(home.path, { yes: true, owner: "ana@example.com" });
    expect(textIn(home, "kpi.yaml").match(/owner: ana@example\.com/g)).toHaveLength(2);
  });
});

describe("the first file", () => {
  it.each(["2026-08-15", "2026-01-01", "2026-12-31", "2028-02-29"])(
    "has no finding on %s, under any preset",
    async (day) => {
      const text = firstFile("@ana", parseDay(day) ?? 0);
      for (const config of [undefined, "version: 1\nextends: strict\n"]) {
        const { findings } = await checkExample({ files: { "kpi.yaml": text }, asOf: day }, rules, config);
        expect(findings).toEqual([]);
      }
    },
  );
});

const GITHUB = "git@github.com:acme/app.git";

function repository(start: Record<string, string> = {}, remote: string | null = GITHUB): TestRepository {
  const home = at(new TestRepository(start));
  if (remote !== null) home.git("remote", "add", "origin", remote);
  return home;
}

describe("kpi init in a git repository", () => {
  it("on GitHub writes the workflow, for the branch that there is and the owner that CODEOWNERS names", async () => {
    const home = repository({ ".github/CODEOWNERS": "# all\n*.js @acme/web\n* @acme/platform ana@example.com\n" });
    const { out } = await init(home.path, { yes: true });
    expect(out).toContain("Wrote .github/workflows/kpi.yml.\n");
    expect(textIn(home, "kpi.yaml")).toContain('owner: "@acme/platform"');
    const text = textIn(home, ".github/workflows/kpi.yml");
    const { documents, problems } = readYaml(text);
    expect(problems).toEqual([]);
    expect(documents[0]?.value).toMatchObject({
      on: { pull_request: {}, merge_group: {}, push: { branches: ["main"] } },
      permissions: { contents: "read", "pull-requests": "write" },
      jobs: {
        kpi: {
          steps: [{ uses: "actions/checkout@v7", with: { "fetch-depth": 2 } }, { uses: "kpi-as-code/kpi-as-code@v1" }],
        },
      },
    });
    expect(await strictly(home.path)).toBe("[]");
    const again = await init(home.path, { yes: true });
    expect(again.out).toContain(".github/workflows/kpi.yml runs kpi already; no workflow is written.\n");
  });

  it.each([
    ["https://github.com/acme/app", true],
    ["https://x@github.com/acme/app.git", true],
    ["ssh://git@github.example.com/acme/app.git", true],
    ["https://gitlab.com/acme/app.git", false],
    ["https://example.com/github.com.git", false],
    [null, false],
  ])("with the remote %s: workflow %s", async (remote, expected) => {
    const home = repository({ "a.txt": "" }, remote);
    const { out } = await init(home.path, { yes: true });
    expect(existsSync(home.join(".github/workflows/kpi.yml"))).toBe(expected);
    if (!expected)
      expect(out).toContain(
        "No remote is on GitHub, so that no workflow is written; --workflow writes one all the same.",
      );
  });

  it("writes or leaves the workflow as it is told", async () => {
    const home = repository({ "a.txt": "" }, null);
    await init(home.path, { yes: true, workflow: true });
    expect(files(home)).toContain(".github/workflows/kpi.yml");
    const other = at(new TestRepository({ "a.txt": "" }));
    other.git("remote", "add", "origin", GITHUB);
    await init(other.path, { yes: true, workflow: false });
    expect(files(other)).toEqual(["a.txt", "kpi.config.yaml", "kpi.yaml"]);
    home.drop();
  });

  it("in a folder of it, and before the first commit", async () => {
    const home = at(new TestRepository());
    home.git("symbolic-ref", "HEAD", "refs/heads/release/1.0");
    home.git("remote", "add", "origin", GITHUB);
    home.write("services/shop/.keep", "");
    const { out } = await init(home.join("services/shop"), { yes: true });
    expect(out).toContain("Wrote kpi.yaml.\nWrote kpi.config.yaml.\nWrote ../../.github/workflows/kpi.yml.\n");
    const text = textIn(home, ".github/workflows/kpi.yml");
    expect(text).toContain("push: { branches: [release/1.0] } }");
    expect(text).toContain('        with: { working-directory: "services/shop" }\n');
    expect(readYaml(text).problems).toEqual([]);
  });

  it.each([
    ["12345+ana-m@users.noreply.github.com", '"@ana-m"'],
    ["ana@example.com", "ana@example.com"],
    ["no address", "team:your-team"],
  ])("proposes %s as %s", async (email, owner) => {
    const home = repository({ "a.txt": "" });
    home.git("config", "user.email", email);
    await init(home.path, { yes: true });
    expect(textIn(home, "kpi.yaml")).toContain(`owner: ${owner}\n`);
  });
});

describe("kpi init where KPI files are", () => {
  it("offers what is missing and names files without a line for editors", async () => {
    const home = repository({ "kpis/a.yaml": GOOD, "kpis/b.yaml": `# yaml-language-server: $schema=x\n${GOOD}` });
    const { out } = await init(home.path, { yes: true });
    expect(out).toBe(`Wrote kpi.config.yaml.
Wrote .github/workflows/kpi.yml.
kpis/a.yaml and 1 other KPI file are there already; no example is written.

For completion and checks in editors, write this at the top of kpis/a.yaml:
# yaml-language-server: $schema=https://raw.githubusercontent.com/kpi-as-code/kpi-as-code/main/schemas/v1/kpi.schema.json

Next: kpi check
      kpi progress
`);
    expect(textIn(home, "kpis/a.yaml")).toBe(GOOD);
  });

  it("leaves a workflow alone that runs the tool under another name", async () => {
    const home = repository({
      ".github/workflows/ci.yml": "jobs: { a: { steps: [{ run: npx kpi-as-code check }] } }\n",
    });
    const { out } = await init(home.path, { yes: true });
    expect(out).toContain(".github/workflows/ci.yml runs kpi already; no workflow is written.\n");
  });

  it("never writes over a file that only looks like nothing", async () => {
    const home = at(new Folder({ "kpi.config.yaml": "" }));
    await init(home.path, { yes: true });
    expect(textIn(home, "kpi.config.yaml")).toBe("");
  });
});

describe("kpi init on a terminal", () => {
  it("asks who answers and for a yes, no more", async () => {
    const home = repository({ ".github/CODEOWNERS": "* @acme/platform\n" });
    const ask = person({ "Who answers": ENTER, "Write kpi.yaml": "yes" });
    const { status, err } = await init(home.path, {}, ask);
    expect(status).toBe(0);
    expect(err).toContain("Found a git repository on GitHub, branch main.");
    expect(ask.seen.questions).toHaveLength(1);
    expect(textIn(home, "kpi.yaml")).toContain('owner: "@acme/platform"');
  });

  it("writes the owner that is typed, and complains about what is none", async () => {
    const home = at(new Folder());
    const ask = person({ "Who answers": ["Jane Doe", " @jane "], "Write kpi.yaml": "yes" });
    await init(home.path, {}, ask);
    expect(ask.seen.complaints).toHaveLength(1);
    expect(textIn(home, "kpi.yaml")).toContain('owner: "@jane"');
  });

  it.each([
    ["at the question", { "Who answers": BREAK_OFF }],
    ["at the end", { "Who answers": ENTER, "Write kpi.yaml": "no" }],
  ])("writes nothing when somebody stops %s", async (_, replies) => {
    const home = at(new Folder());
    const { status, err } = await init(home.path, {}, person(replies));
    expect(status).toBe(130);
    expect(err).toContain("Nothing was written.");
    expect(files(home)).toEqual([]);
  });
});
