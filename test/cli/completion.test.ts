import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idsOf } from "../../src/commands/completion/ids.ts";
import { valuesAt } from "../../src/commands/completion/model.ts";
import { CLI, Folder, kpi } from "../support/cli.ts";
import { hostIn } from "../support/host.ts";

const WORKSPACE = `version: 1
goals:
  happy-customers: { title: Customers stay, owner: "@ceo" }
  growth: { title: Clinics find us, owner: ana@example.org }
metrics:
  nps: { title: Net Promoter Score, values: { 2026-06-30: 68 } }
  visits: { title: Visits }
kpis:
  nps-2026: { title: Net Promoter Score of 75, goal: happy-customers, metric: nps, owner: "team:cx", timeframe: 2026, target: 75 }
`;

let home: Folder;
/** The script of each shell. */
let scripts: Folder;

beforeAll(() => {
  const scriptOf = (shell: string): string => kpi(["completion", shell]).out;
  scripts = new Folder({ "kpi.bash": scriptOf("bash"), "kpi.zsh": scriptOf("zsh"), "kpi.fish": scriptOf("fish") });
  home = new Folder({
    "kpi.yaml": WORKSPACE,
    "kpis/broken.yaml": "goals: [",
    "kpis/evil.yaml":
      'version: 1\ngoals:\n  fine: { title: Fine, owner: "$(echo>pwned)@x.io" }\n  "$(touch pwned)": { title: Evil, owner: "`x`@y.z" }\n',
    "kpis/sub/.keep": "",
  });
});

afterAll(() => {
  home.drop();
  scripts.drop();
});

describe("the ids that scripts ask for", () => {
  const ids = (kind: Parameters<typeof idsOf>[0]) => idsOf(kind, { color: false }, hostIn(home.path));

  it.each([
    ["kpi", ["nps-2026"]],
    ["goal", ["fine", "growth", "happy-customers"]],
    ["metric", ["nps", "visits"]],
    ["any", ["fine", "growth", "happy-customers", "nps", "nps-2026", "visits"]],
    ["owner", ["@ceo", "ana@example.org", "team:cx"]],
    ["scored", ["fine", "growth", "happy-customers", "nps-2026"]],
  ] as const)("%s", async (kind, expected) => {
    expect(await ids(kind)).toEqual(expected);
  });

  it("come from a hidden flag, and an unknown kind is refused", () => {
    expect(kpi(["completion", "--ids", "metric", "-C", home.path])).toEqual({
      status: 0,
      out: "nps\nvisits\n",
      err: "",
    });
    expect(kpi(["completion", "--ids", "metrics"])).toMatchObject({ status: 2 });
    expect(kpi(["completion", "--help"]).out).not.toContain("--ids");
    expect(kpi(["completion", "tcsh"]).err).toContain(
      'There is no completion for "tcsh"; name one of bash, zsh, fish.',
    );
    expect(kpi(["completion"]).err).toContain("Name a shell: bash, zsh, fish.");
  });
});

/** Commands with the options that their help shows. */
function helpOf(path: readonly string[]): { options: readonly string[]; commands: readonly string[] } {
  const { out } = kpi([...path, "--help"]);
  const options = out.match(/^ {2}(?:-\w, )?--[\w-]+(?: [<[][^>\]]+[>\]])?/gm) ?? [];
  const section = /^Commands:\n((?: {2}.*\n)+)/m.exec(out)?.[1] ?? "";
  const commands = (section.match(/^ {2}\w[\w-]*/gm) ?? [])
    .map((name) => name.trim())
    .filter((name) => name !== "help");
  return { options, commands };
}

describe("the scripts", () => {
  it("know every command and option that help shows, and what may stand behind each", () => {
    const texts = ["kpi.bash", "kpi.zsh", "kpi.fish"].map((name) => readFileSync(scripts.join(name), "utf8"));
    const unknown: string[] = [];
    const visit = (path: readonly string[]): void => {
      const { options, commands } = helpOf(path);
      for (const line of options) {
        const [, flag = "", placeholder] = /(--[\w-]+)(?: [<[]([^>\]]+)[>\]])?/.exec(line) ?? [];
        for (const text of texts) {
          if (!text.includes(flag) && !text.includes(`-l ${flag.slice(2)}`)) unknown.push(`${path.join(" ")} ${flag}`);
        }
        const name = placeholder?.replace(/\.\.\.$/, "");
        if (name !== undefined && valuesAt(path.join(" "), flag, name, "") === null)
          unknown.push(`${path.join(" ")} ${line.trim()}`);
      }
      for (const command of commands) {
        for (const text of texts) if (!text.includes(command)) unknown.push(command);
        visit([...path, command]);
      }
    };
    visit([]);
    expect(unknown).toEqual([]);
  });
});

/** What an interactive bash does with a line on which Tab is pressed: what it offers, and the words that it runs. */
function bash(line: string): { readonly offers: readonly string[]; readonly runs: readonly string[] } {
  const setup = `
kpi() { if [ "$1" = completion ]; then "$NODE" "$CLI" "$@"; else printf 'runs %s\\n' "$@"; fi; }
. "$SCRIPTS/kpi.bash"
_told() { _kpi "$@"; printf 'offers %s\\n' "\${COMPREPLY[@]}"; }
complete -o default -o bashdefault -F _told kpi
`;
  const out = execFileSync("bash", ["--norc", "-i"], {
    cwd: home.path,
    input: `${setup}${line}\t\n`,
    env: { ...process.env, NODE: process.execPath, CLI, SCRIPTS: scripts.path, INPUTRC: "/dev/null", TERM: "dumb" },
    encoding: "utf8",
    stdio: ["pipe", "pipe", "ignore"],
  });
  const told = (what: string): string[] =>
    out
      .split("\n")
      .flatMap((one) => (one.startsWith(`${what} `) && one !== `${what} ` ? [one.slice(what.length + 1)] : []));
  return { offers: told("offers"), runs: told("runs") };
}

describe("bash", () => {
  it.each<readonly [string, readonly string[]]>([
    ["kpi pro", ["progress"]],
    ["kpi add ", ["goal", "metric", "kpi"]],
    ["kpi check --fail", ["--fail-on"]],
    ["kpi check --fail-on ", ["error", "warning", "info", "never"]],
    ["kpi check --fail-on=w", ["warning"]],
    ["kpi progress --format js", ["json"]],
    ["kpi progress n", ["nps-2026"]],
    ["kpi progress --fail-on never nps-", ["nps-2026"]],
    ["kpi graph n", ["nps", "nps-2026"]],
    ["kpi record v", ["visits"]],
    ["kpi record visits ", []],
    ["kpi blame ", ["nps-2026"]],
    ["kpi add kpi --goal h", ["happy-customers"]],
    ["kpi add metric --category o", ["operational"]],
    ["kpi explain data/s", ["data/stale"]],
    ["kpi explain diff/target-e", ["diff/target-eased"]],
    ["kpi explain nps-", ["nps-2026"]],
    ["kpi export --to o", ["openslo"]],
    ["kpi -C .. che", ["check"]],
    ["true | kpi che", ["check"]],
  ])("%s", (line, expected) => {
    expect(bash(line).offers).toEqual(expected);
  });

  it.each<readonly [string, readonly string[]]>([
    ["kpi progress --owner @c", ["progress", "--owner", "@ceo"]],
    ["kpi progress --owner @", ["progress", "--owner", "@ceo"]],
    ['kpi progress --owner "@c', ["progress", "--owner", "@ceo"]],
    ["kpi progress --owner=@c", ["progress", "--owner=@ceo"]],
    ["kpi progress --owner t", ["progress", "--owner", "team:cx"]],
    ["kpi progress --owner team:c", ["progress", "--owner", "team:cx"]],
    ["kpi progress --owner=team:c", ["progress", "--owner=team:cx"]],
    ["kpi progress --owner team:cx --goal h", ["progress", "--owner", "team:cx", "--goal", "happy-customers"]],
    ["kpi progress --owner @ceo n", ["progress", "--owner", "@ceo", "nps-2026"]],
    ["kpi add kpi --owner ana@", ["add", "kpi", "--owner", "ana@example.org"]],
  ])("%s is completed as a whole, though bash parts words at @, : and =", (line, words) => {
    expect(bash(line).runs).toEqual(words);
  });

  it("looks in the folder of -C, leaves files to bash, and runs nothing that a file says", () => {
    expect(bash(`kpi record -C ${home.path}/kpis/.. vis`).offers).toEqual(["visits"]);
    expect(bash(`kpi record -C ${home.path}/kpis/sub `).offers).toEqual([]);
    expect(bash("kpi check kpis/br").runs).toEqual(["check", "kpis/broken.yaml"]);
    expect(bash("kpi report -o kp").offers).toEqual(["kpis"]);
    expect(bash("kpi progress --owner ").offers).toEqual(["@ceo", "ana@example.org", "team:cx"]);
    expect(execFileSync("ls", { cwd: home.path, encoding: "utf8" })).not.toContain("pwned");
  });
});

const has = (shell: string): boolean => spawnSync(shell, ["-c", "true"]).status === 0;
const hasZsh = has("zsh");
const hasFish = has("fish");
if (!hasZsh) console.warn("There is no zsh here: its completion is left out.");
if (!hasFish) console.warn("There is no fish here: its completion is left out.");

/** What zsh is told to offer; its own functions for completion only print here what they are given. */
function zsh(...words: readonly string[]): readonly string[] {
  const program = `
kpi() { "$NODE" "$CLI" "$@" }
compdef() { :; }
compset() { :; }
compadd() {
  if [[ $1 == -a ]]; then print -l -- \${(P)2}; else shift; print -l -- "$@"; fi
}
_describe() {
  [[ $1 == -o ]] && shift
  local -a items; items=(\${(P)2}); print -l -- "\${(@)items%%:*}"
}
_files() { print FILES "$@" }
eval "$(<$SCRIPTS/kpi.zsh)"
words=("$@"); CURRENT=$#
_kpi`;
  const out = execFileSync("zsh", ["-f", "-c", program, "zsh", ...words], {
    cwd: home.path,
    env: { ...process.env, NODE: process.execPath, CLI, SCRIPTS: scripts.path },
    encoding: "utf8",
  });
  return out.split("\n").filter((line) => line !== "");
}

describe.skipIf(!hasZsh)("zsh", () => {
  it.each<readonly [readonly string[], readonly string[]]>([
    [
      ["kpi", "add", ""],
      ["goal", "metric", "kpi"],
    ],
    [
      ["kpi", "check", "--fail-on", ""],
      ["error", "warning", "info", "never"],
    ],
    [
      ["kpi", "check", "--fail-on="],
      ["error", "warning", "info", "never"],
    ],
    [["kpi", "blame", ""], ["nps-2026"]],
    [
      ["kpi", "record", ""],
      ["nps", "visits"],
    ],
    [["kpi", "record", "visits", ""], []],
    [
      ["kpi", "add", "kpi", "--metric", ""],
      ["nps", "visits"],
    ],
    [["kpi", "check", "--as-of", ""], []],
    [["kpi", "check", ""], ["FILES"]],
    [["kpi", "report", "-o", ""], ["FILES -/"]],
    [
      ["kpi", "record", "-C", "kpis/..", ""],
      ["nps", "visits"],
    ],
  ])("%o", (words, expected) => {
    expect(zsh(...words)).toEqual(expected);
  });

  it("offers commands and options, and its script has no fault of syntax", () => {
    expect(zsh("kpi", "")).toEqual(expect.arrayContaining(["check", "import", "completion"]));
    expect(zsh("kpi", "import", "-")).toEqual(expect.arrayContaining(["--map", "--out", "--help"]));
    expect(spawnSync("zsh", ["-n", scripts.join("kpi.zsh")], { encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });
});

/** What fish offers for a line, without descriptions. */
function fish(line: string): readonly string[] {
  const program = `
function kpi; $NODE $CLI $argv; end
source $SCRIPTS/kpi.fish
complete -C ${JSON.stringify(line)}`;
  const out = execFileSync("fish", ["--no-config", "-c", program], {
    cwd: home.path,
    env: { ...process.env, NODE: process.execPath, CLI, HOME: home.path, SCRIPTS: scripts.path },
    encoding: "utf8",
  });
  return out
    .split("\n")
    .filter((text) => text !== "")
    .map((text) => text.split("\t")[0] ?? "");
}

describe.skipIf(!hasFish)("fish", () => {
  it.each<readonly [string, readonly string[]]>([
    ["kpi add ", ["goal", "kpi", "metric"]],
    ["kpi pro", ["progress"]],
    ["kpi check --fail-on ", ["error", "info", "never", "warning"]],
    ["kpi check --fail-on=w", ["--fail-on=warning"]],
    ["kpi blame ", ["nps-2026"]],
    ["kpi record v", ["visits"]],
    ["kpi record visits ", []],
    ["kpi add kpi --goal h", ["happy-customers"]],
    ["kpi add metric --cadence m", ["monthly"]],
    ["kpi progress nps", ["nps-2026"]],
    ["kpi explain data/st", ["data/stale"]],
    ["kpi check --smar", ["--smart"]],
    ["kpi record -C kpis/.. v", ["visits"]],
  ])("%s", (line, expected) => {
    expect([...fish(line)].sort()).toEqual(expected);
  });

  it("leaves files to fish", () => {
    expect(fish("kpi check kp")).toEqual(expect.arrayContaining(["kpi.yaml", "kpis/"]));
    expect(fish("kpi blame kp")).toEqual([]);
  });
});
