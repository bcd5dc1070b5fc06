/** Everything in a repository may be hostile: texts do nothing, the token stays where it is, and nothing else runs. */

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { Folder } from "../support/cli.ts";
import { fakeGit, gitIn } from "../support/repository.ts";
import { workflowRunEvent } from "./support/events.ts";
import { answer } from "./support/faults.ts";
import { activeIn } from "./support/harmless.ts";
import { EXPLAINED, edited, KPIS } from "./support/kpis.ts";
import type { StepResult } from "./support/runner.ts";
import { type Scene, stage } from "./support/scene.ts";

const on = stage();

const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ["mentions and references", "@ana @acme/all #1 GH-12 acme/kpis#3 acme/kpis@0123abc4567 0123abc4567 me@evil.example"],
  ["HTML", "<img src=x onerror=alert(1)><script>x</script></td></table></details><a href=//evil.example>x</a>"],
  ["a marker of ours", "--> <!-- kpi-as-code:v1 key=. run=9999999999 attempt=1 sha=0 -->"],
  ["links", "[a](https://evil.example) [b](javascript:x) <https://evil.example> https://evil.example www.evil.example"],
  [
    "images and definitions",
    "![a](https://evil.example/x.png) ![b] [c][d]\n\n[b]: https://evil.example\n[d]: x\n[^1]: y",
  ],
  [
    "entities",
    "&lt;img src=x&gt; &#64;ana &commat;ana &#x5b;a&#x5d;(https://evil.example) &amp;#64;ana &lbrack;x&rbrack;",
  ],
  [
    "hidden and reordering characters",
    "a\u202egnp.exe\u202c \u2066x\u2069 @\u200bana \u200e\u200f\u00ad\ufeff\u2028\u2029\u0085",
  ],
  [
    "terminal escapes",
    "\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \u0008\u007f\u009b2J",
  ],
  [
    "workflow commands",
    "::error::a\n::error file=x::b\n::set-output name=conclusion::c\r::stop-commands::d\u2028::add-mask::e",
  ],
  ["old workflow commands", "##[error]a\n##[command]b ##vso[task.setvariable]c\n  ##[group]d"],
  ["escaped workflow commands", "%0A::error::a%0D%0A::error::b%250A %3A%3Aerror%2C"],
  ["tables", "| a | b |\n|---|---|\n| c \\| d || `e | f` |"],
  ["blocks", "# a\n## b\n- c\n> d\n1. e\n---\n===\n***\n- [x] f\n    g\n\th"],
  ["fences", "```mermaid\ngraph TD\nA-->B\n```\n~~~js\nx\n~~~\n`` ` ``` ]]> <![CDATA["],
  ["charts", '"] \n    line [9]\n%%{init: {"theme":"x"}}%%\n click A "https://evil.example" %% x'],
  ["emphasis and mathematics", "**a** __b__ *c* _d_ ~~e~~ $x^2$ $$y$$ :tada: <u> a\\*b"],
  ["folds", "</summary></details><details open><summary>a</summary>"],
  ["nothing but length", `${"long ".repeat(1999)}end`],
];

/** Every place of a definition file that takes a text, with one text in all of them. */
function fullOf(text: string): string {
  const quoted = JSON.stringify(text);
  const short = JSON.stringify(text.slice(0, 60));
  const title = JSON.stringify(`The ${text.slice(0, 240)}`);
  return `version: 1
goals:
  g: { title: ${title}, owner: ${short}, why: ${quoted}, stakeholders: [${short}], resources: ${quoted} }
  ${short}: { title: ${title}, owner: "@a" }
metrics:
  m:
    title: ${title}
    definition: ${quoted}
    unit: ${short}
    source: { system: ${short}, how: manual, link: ${short}, query: ${quoted} }
    values: { 2026-01-31: 1, 2026-02-28: 2, 2026-03-31: { value: 3, note: ${quoted} }, 2026-04-30: 4, 2026-05-31: 5, ${short}: 6 }
    tags: [${short}]
  n: { title: ${title}, unit: ${short}, data: ${short} }
kpis:
  k:
    title: ${title}
    goal: g
    metric: m
    owner: ${short}
    timeframe: 2026
    baseline: 1
    target: 8
    why: ${quoted}
    if_off_track: ${quoted}
    changes: [{ date: 2026-08-15, field: target, from: ${short}, to: ${short}, reason: ${quoted}, by: ${short} }]
  l: { title: ${title}, goal: ${short}, metric: ${short}, owner: "@a", timeframe: ${short}, target: ${short}, ${short}: ${quoted} }
  ${short}: { title: ${title}, goal: g, metric: n, owner: "@a", timeframe: 2026, baseline: 1, target: 8 }
x-${short.slice(1, -1).replace(/[^a-z]/g, "")}: ${quoted}
# kpi-disable-next-line specific/vague-term -- ${text.replace(/[\n\r\u0085\u2028\u2029]/g, " ").slice(0, 200)} until:2020-01-01
`;
}

/** The same before the change: other words and an easier target. */
const before = (text: string) =>
  fullOf(text)
    .replaceAll("target: 8", "target: 9")
    .replaceAll("unit: ", "unit: was ")
    .replace(/ {4}changes: .*\n/, "");

/** Everything that a step says, in one text. */
const allOf = ({ stdout, stderr, summary, outputs, tempFiles, files }: StepResult): string =>
  [stdout, stderr, summary, JSON.stringify(outputs), ...Object.values(tempFiles), ...Object.values(files)].join("\n");

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

/** Nothing in the log is a command but our annotations, and nothing hides or moves text. */
function expectQuietLog({ stdout, stderr, commands, annotations, files }: StepResult, names: readonly string[]): void {
  expect(stderr).toBe("");
  expect(stdout).not.toMatch(UNSEEN);
  expect(stdout).not.toMatch(/##[a-z]*\[/i);
  expect(commands.filter(({ name }) => !["error", "warning", "notice"].includes(name))).toEqual([]);
  expect(stdout.split("\n").filter((line) => /^\s*::/.test(line))).toHaveLength(annotations.length);
  for (const { file, title, message } of annotations) {
    if (file !== null) expect(names).toContain(file);
    expect(title).toMatch(/^(kpi-as-code|kpi check|[a-z]+\/[a-z-]+)$/);
    expect(message).not.toMatch(/(^|\n)\s*::|##\[/);
  }
  expect(files).toEqual({ env: "", state: "", path: "" });
}

describe("hostile texts", () => {
  it.each(HOSTILE)("show as text everywhere: %s", async (_, text) => {
    const { run, comments, workspace } = await on.scene({
      base: { "kpi.yaml": before(text) },
      change: {
        "kpi.yaml": fullOf(text),
        "data/n.csv": `date,value,note\n2026-01-31,1,"${text.replaceAll('"', "")}"\n"${text.replaceAll('"', "")}",x\n`,
      },
    });
    const result = await run({ annotate: "all", "sarif-file": "kpi.sarif" });
    expect(result.status).toBe(1);
    expect(result.outputs).toMatchObject({ conclusion: "failure", "comment-action": "created" });
    expectQuietLog(result, ["kpi.yaml", "data/n.csv"]);
    expect(result.annotations.length).toBeGreaterThan(5);
    const [{ body } = { body: "" }] = await comments();
    expect(activeIn(body)).toEqual([]);
    expect(activeIn(result.summary)).toEqual([]);
    expect(activeIn(result.tempFiles[result.outputs["report-markdown"] ?? ""] ?? "<x>")).toEqual([]);
    const sarif = readFileSync(workspace.join("kpi.sarif"), "utf8");
    expect(sarif).not.toMatch(UNSEEN);
    for (const text of messagesIn(JSON.parse(sarif))) expect(text).not.toMatch(/(?<!\\)\]\((?!\d+\))/);
  });

  it("show as text where the config holds them", async () => {
    const texts = HOSTILE.map(([, text]) => JSON.stringify(text.slice(0, 200)));
    const each = (write: (text: string) => string) => texts.map(write).join(", ");
    const config = `version: 1
rules: { ${each((text) => `${text}: ${text}`)} }
extends: [${each((text) => text)}]
overrides: [${each((text) => `{ files: [${text}], rules: { ${text}: off } }`)}]
${texts.map((text) => `${text}: ${text}`).join("\n")}
`;
    const { run, comments } = await on.scene({ change: { "kpi.config.yaml": config } });
    for (const event of ["pull_request", "schedule"]) {
      const result = await run({}, { env: { GITHUB_EVENT_NAME: event } });
      expect(result.status).toBe(1);
      expect(Number(result.outputs.errors)).toBeGreaterThan(HOSTILE.length);
      expectQuietLog(result, ["kpi.config.yaml"]);
      expect(activeIn(result.summary)).toEqual([]);
    }
    expect((await comments()).flatMap(({ body }) => activeIn(body))).toEqual([]);
  });

  it("show as text where a plug-in is called so", async () => {
    const name = `./${HOSTILE.map(([, text]) => text.slice(0, 100)).join(" ")}`;
    const config = `version: 1\nplugins: [${JSON.stringify(name)}]\n`;
    const { run } = await on.scene({ change: { "kpi.config.yaml": config } });
    const result = await run();
    expect(result).toMatchObject({ status: 1, outputs: { conclusion: "failure" } });
    expectQuietLog(result, ["kpi.config.yaml"]);
    expect(result.annotations).toContainEqual(
      expect.objectContaining({
        file: "kpi.config.yaml",
        message: expect.stringContaining("There is no plug-in file"),
      }),
    );
  });

  it.each(HOSTILE)("show as text where a fork's report holds them: %s", async (_, text) => {
    const scene = await on.scene({ fork: true, base: { "kpi.yaml": before("x") }, change: fullOf("x") });
    reported ??= scene.run();
    const { outputs, tempFiles } = await reported;
    const report: unknown = JSON.parse(tempFiles[outputs["report-json"] ?? ""] ?? "");
    const folder = new Folder({ "report.json": JSON.stringify(poisoned(report, text)) });
    onTestFinished(() => folder.drop());
    const { headSha, baseSha, branch } = scene.files;
    const result = await scene.run(
      { "publish-report": "report.json" },
      {
        event: workflowRunEvent({ headSha, defaultSha: baseSha, headRef: branch, number: scene.number }),
        repositoryFolder: folder.path,
        token: on.github.emulator.tokens.write,
      },
    );
    expect(result).toMatchObject({ status: 0, outputs: { "comment-action": "created" } });
    expectQuietLog(result, []);
    const [{ body } = { body: "" }] = await scene.comments();
    expect(body.length).toBeGreaterThan(1000);
    expect(activeIn(body)).toEqual([]);
    expect(activeIn(result.summary)).toEqual([]);
  });

  it("show as text where files are called so", async () => {
    const names = [
      "a@ana #1",
      "<img src=x>",
      "a|b`c",
      "::error::",
      "a\nb::error::c",
      "\u202egnp",
      "[a](b)",
      "&#64;ana",
    ];
    const files = names.map((name, i) => [`kpis/${name}.yaml`, KPIS.replaceAll(/nps|happy/g, `$&${i}`)] as const);
    const { run, comments } = await on.scene({
      base: Object.fromEntries(files),
      change: Object.fromEntries(files.map(([file, text]) => [file, text.replace("75", "70").replace("@cx", "@c x")])),
    });
    const result = await run({ annotate: "all", "sarif-file": "kpi.sarif" });
    expect(result.outputs).toMatchObject({
      conclusion: "failure",
      errors: `${names.length}`,
      "comment-action": "created",
    });
    expect(result.stdout).not.toMatch(UNSEEN);
    const { commands } = result;
    expect(commands.every(({ name }) => name === "error" || name === "warning" || name === "notice")).toBe(true);
    const [{ body } = { body: "" }] = await comments();
    expect(activeIn(body)).toEqual([]);
    expect(activeIn(result.summary)).toEqual([]);
  });

  let reported: Promise<StepResult> | undefined;
});

/** What readers of SARIF show as text with links in it. */
function messagesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "message" || key === "description" ? [String(part.text)] : messagesIn(part),
  );
}

/** Keys whose texts are checked before anything is shown, or name a kind. */
const KEPT = new Set("kind sha repository asOf status severity side cause lane conclusion sections date".split(" "));

/** A report with a text in the place of every other one. */
function poisoned(value: unknown, text: string, key = ""): unknown {
  if (typeof value === "string") return KEPT.has(key) ? value : text;
  if (Array.isArray(value)) return value.map((part) => poisoned(part, text, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, poisoned(part, text, name)]));
}

describe("the token", () => {
  const forms = (token: string) => [token, Buffer.from(`x-access-token:${token}`).toString("base64")];

  async function expectSecret(result: StepResult, { comments, workspace }: Scene, token: string): Promise<void> {
    const site = existsSync(workspace.join("site")) ? readdirSync(workspace.join("site"), { recursive: true }) : [];
    const pages = site.map((file) => `site/${file}`).filter((file) => file.includes("."));
    const written = ["kpi.sarif", "report.json", ...pages].map((file) => readFileSync(workspace.join(file), "utf8"));
    const everything = [allOf(result), ...written, ...(await comments()).map(({ body }) => body)].join("\n");
    // No twelve letters of it one after the other, whatever stands between them.
    const letters = (text: string) =>
      text
        .replaceAll("&#95;", "")
        .replace(/[^a-z0-9]/gi, "")
        .toLowerCase();
    const said = letters(everything);
    for (const form of [token, forms(token)[1]?.slice(20) ?? ""].map(letters)) {
      for (let i = 0; i + 12 <= form.length; i++) expect(said).not.toContain(form.slice(i, i + 12));
    }
  }

  const inputs = { "sarif-file": "kpi.sarif", "json-file": "report.json", "html-dir": "site", annotate: "all" };

  it("is shown nowhere although files hold it", async () => {
    const { write: token } = on.github.emulator.tokens;
    const text = fullOf(`${token} ${forms(token)[1]}`);
    const scene = await on.scene({ base: { "kpi.yaml": before("x") }, change: text });
    const result = await scene.run(inputs);
    expect(result.outputs).toMatchObject({ "comment-action": "created" });
    expect(result.stdout).toContain("***");
    expect(readFileSync(scene.workspace.join("site/index.html"), "utf8")).toContain("***");
    await expectSecret(result, scene, token);
  });

  it.each(["github_pat_11", "ghp_", "ghs_", "gho_"])("of the kind %s hides no ordinary words", async (kind) => {
    const token = `${kind}${"ABCDEFG0hIjKlMnOpQrS".repeat(kind.length > 4 ? 3 : 2)}`;
    const words = "Visits to GitHub Pages, GHP, GHS or gho";
    const change = edited(
      EXPLAINED,
      ["Customers recommend us to others", words],
      ["The survey asks other people now", `It is ${token} now`],
    );
    const scene = await on.scene({ change });
    const result = await scene.run({ ...inputs, comment: "never" }, { token });
    expect(result.summary).toContain(words);
    expect(result.summary).toContain("reason: It is &#42;&#42;&#42; now");
    await expectSecret(result, scene, token);
  });

  it("is shown nowhere although GitHub sends it back", async () => {
    const { write: token } = on.github.emulator.tokens;
    const scene = await on.scene({ change: EXPLAINED });
    const path = new RegExp(`/issues/${scene.number}/comments`);
    on.github.proxy.fail({ path, act: answer(422, { "x-token": token }, `The token ${token} is bad`) });
    const result = await scene.run(inputs);
    expect(result.outputs["comment-skip-reason"]).toBe("GitHub refused it (422): The token *** is bad");
    await expectSecret(result, scene, token);
  });

  it("is shown nowhere although a name or an input holds it", async () => {
    const { write: token } = on.github.emulator.tokens;
    const scene = await on.scene({ change: EXPLAINED });
    await scene.run(inputs);
    for (const input of ["base", "fail-on-change", "working-directory", "paths"]) {
      const result = await scene.run(Object.fromEntries([...Object.entries(inputs), [input, token]]));
      expect(result.status).toBe(1);
      await expectSecret(result, scene, token);
    }
  });

  it("is not shown where the Action itself fails", async () => {
    const { write: token } = on.github.emulator.tokens;
    const { run } = await on.scene();
    const result = await run({}, { env: { GITHUB_EVENT_PATH: `/nowhere/${token}\n::error::x` } });
    expect(result).toMatchObject({ status: 3, outputs: { conclusion: "failure" } });
    expect(result.stderr).toContain("please report this");
    expect(allOf(result)).not.toContain(token);
    expect(result.annotations.map(({ message }) => message)).toEqual([
      "The Action itself failed; its log has the details.",
    ]);
  });

  it("is not kept in a clone's settings that are read as data", async () => {
    const { write: token } = on.github.emulator.tokens;
    const scene = await on.scene({ change: EXPLAINED });
    const header = `AUTHORIZATION: basic ${forms(token)[1]}`;
    gitIn(scene.workspace.path, "config", "http.https://github.test/.extraheader", header);
    symlinkSync("../.git/config", linkIn(scene, "kpis/x.yaml"));
    symlinkSync(".git/config", scene.workspace.join("kpi.known.json"));
    scene.workspace.write(
      "kpis/y.yaml",
      "version: 1\nmetrics:\n  y: { title: Lines of a file, data: ../.git/config }\n",
    );
    const result = await scene.run(inputs);
    expect(result.status).toBe(1);
    await expectSecret(result, scene, token);
  });

  it("is not handed to plug-ins, nor to git", async () => {
    const plugin = `import { writeFileSync } from "node:fs";
writeFileSync(new URL("./seen", import.meta.url), JSON.stringify(process.env));
const [level, letter, summary, messages] = ["warning", null, "Nothing", { none: "Nothing." }];
export const none = { id: "ours/none", summary, letter, level, messages, workspace: () => {} };
`;
    const config = "version: 1\nplugins: [./rules.mjs]\n";
    const { run, workspace } = await on.scene({ change: { "kpi.config.yaml": config, "rules.mjs": plugin } });
    const git = fakeGit(`env >> "${workspace.join("seen-by-git")}"\nexec "$real" "$@"`);
    onTestFinished(() => git.drop());
    const result = await run({}, { env: { PATH: `${git.path}:${process.env.PATH}` } });
    expect(result.outputs).toMatchObject({ conclusion: "success" });
    for (const file of ["seen", "seen-by-git"]) {
      const seen = readFileSync(workspace.join(file), "utf8");
      expect(seen).toContain("PATH");
      expect(seen).not.toContain(on.github.emulator.tokens.write);
    }
  });
});

/** A path of a checkout whose folder is there. */
function linkIn({ workspace }: Scene, file: string): string {
  mkdirSync(path.dirname(workspace.join(file)), { recursive: true });
  return workspace.join(file);
}

describe("links that leave the checkout", () => {
  /** Files outside of the checkout that a run must not read, nor write. */
  function outside(files: Readonly<Record<string, string>>): Folder {
    const folder = new Folder(files);
    onTestFinished(() => folder.drop());
    return folder;
  }
  const SECRET = "do-not-show-this";

  it("are not followed to definitions and data", async () => {
    const scene = await on.scene({ change: EXPLAINED });
    const secret = outside({ "x.yaml": edited(KPIS, ["nps-2026", SECRET]), "x.csv": `date,value\n${SECRET},1\n` });
    symlinkSync(secret.join("x.yaml"), linkIn(scene, "kpis/x.yaml"));
    symlinkSync(secret.path, scene.workspace.join("kpis/folder"));
    symlinkSync(secret.join("x.csv"), linkIn(scene, "data/y.csv"));
    scene.workspace.write(
      "kpis/y.yaml",
      `version: 1
metrics:
  y: { title: Lines of a file, data: ../data/y.csv }
  z: { title: Other lines of a file, data: ${path.relative(scene.workspace.join("kpis"), secret.join("x.csv"))} }
`,
    );
    const result = await scene.run({ annotate: "all" });
    expect(result.outputs).toMatchObject({ kpis: "1", conclusion: "failure" });
    expect(result.annotations.filter(({ file }) => file === "kpis/y.yaml").length).toBeGreaterThanOrEqual(2);
    expect(allOf(result) + JSON.stringify(await scene.comments())).not.toContain(SECRET);
  });

  it.each<[string, (scene: Scene, folder: Folder) => void, Readonly<Record<string, string>>]>([
    ["a config", ({ workspace }, secret) => symlinkSync(secret.join("c.yaml"), workspace.join("kpi.config.yaml")), {}],
    [
      "what a config extends",
      ({ workspace }, secret) => {
        symlinkSync(secret.join("c.yaml"), workspace.join("other.yaml"));
        workspace.write("kpi.config.yaml", "version: 1\nextends: ./other.yaml\n");
      },
      {},
    ],
    [
      "what a config extends from elsewhere",
      ({ workspace }, secret) =>
        workspace.write(
          "kpi.config.yaml",
          `version: 1\nextends: ${path.relative(workspace.path, secret.join("c.yaml"))}\n`,
        ),
      {},
    ],
    [
      "the working directory",
      ({ workspace }, secret) => symlinkSync(secret.path, workspace.join("kpis")),
      { "working-directory": "kpis" },
    ],
    ["a path", ({ workspace }, secret) => symlinkSync(secret.path, workspace.join("kpis")), { paths: "kpis/kpi.yaml" }],
    [
      "a config that is named",
      ({ workspace }, secret) => symlinkSync(secret.join("c.yaml"), workspace.join("mine.yaml")),
      { config: "mine.yaml" },
    ],
  ])("are an error: %s", async (_, prepare, inputs) => {
    const scene = await on.scene({ change: EXPLAINED });
    prepare(
      scene,
      outside({ "c.yaml": `version: 1\n${SECRET}: ${SECRET}\n`, "kpi.yaml": edited(KPIS, ["nps-2026", SECRET]) }),
    );
    const result = await scene.run(inputs);
    expect(result).toMatchObject({ status: 1, outputs: { conclusion: "failure" } });
    expect(result.annotations).toMatchObject([{ level: "error", message: expect.stringContaining("the checkout") }]);
    expect(allOf(result)).not.toContain(SECRET);
  });

  it.each([
    ["a file", (secret: Folder, at: string) => symlinkSync(secret.join("kept"), at)],
    ["a file that is not there yet", (secret: Folder, at: string) => symlinkSync(secret.join("new"), at)],
    [
      "a folder",
      (secret: Folder, at: string) => {
        symlinkSync(secret.path, path.dirname(at));
      },
    ],
  ])("are not written through: %s", async (_, prepare) => {
    const { run, workspace } = await on.scene({ change: EXPLAINED });
    const secret = outside({ kept: "kept" });
    const file = workspace.join("out/report.json");
    if (prepare.length === 2 && _ !== "a folder") mkdirSync(path.dirname(file));
    prepare(secret, file);
    const named = "out/report.json";
    const result = await run({ "json-file": named, "sarif-file": named, "html-dir": named });
    expect(result).toMatchObject({ status: 0, outputs: { "report-json": "", "sarif-file": "" } });
    const warnings = result.annotations.filter(({ level, file: place }) => level === "warning" && place === null);
    expect(warnings).toHaveLength(3);
    for (const { message } of warnings) expect(message).toContain("a link in the checkout leads out of it");
    expect(readdirSync(secret.path)).toEqual(["kept"]);
    expect(readFileSync(secret.join("kept"), "utf8")).toBe("kept");
  });
});

describe("git", () => {
  it("runs nothing that the repository names", async () => {
    const attributes = "* filter=evil diff=evil merge=evil\n*.yaml filter=evil diff=evil text eol=lf\n";
    const base = { "kpi.yaml": KPIS, ".gitattributes": attributes };
    const { run, workspace, files } = await on.scene({ base, change: EXPLAINED, later: { "b.txt": "b" }, depth: 1 });
    const ran = workspace.join("ran");
    const hook = `#!/bin/sh\ntouch "${ran}"\n`;
    for (const name of readdirSync(workspace.join(".git/hooks")))
      workspace.write(`.git/hooks/${name.replace(".sample", "")}`, hook);
    for (const name of [
      "post-checkout",
      "reference-transaction",
      "pre-auto-gc",
      "post-index-change",
      "fsmonitor-watchman",
    ]) {
      workspace.write(`.git/hooks/${name}`, hook);
    }
    for (const name of readdirSync(workspace.join(".git/hooks"))) chmodSync(workspace.join(".git/hooks", name), 0o755);
    const config = (name: string, value: string) => gitIn(workspace.path, "config", name, value);
    config("core.fsmonitor", workspace.join(".git/hooks/fsmonitor-watchman"));
    config("core.hooksPath", workspace.join(".git/hooks"));
    for (const name of [
      "filter.evil.clean",
      "filter.evil.smudge",
      "filter.evil.process",
      "diff.evil.textconv",
      "diff.evil.command",
    ]) {
      config(name, `touch ${ran}; cat`);
    }
    for (const name of [
      "diff.external",
      "core.pager",
      "core.editor",
      "core.sshCommand",
      "core.askPass",
      "merge.evil.driver",
      "alias.rev-parse",
      "alias.fetch",
    ]) {
      config(name, `!touch ${ran}`);
    }
    const result = await run();
    expect(result).toMatchObject({ status: 0, outputs: { "eased-targets": "1", "comment-action": "created" } });
    expect(JSON.stringify(result.annotations)).not.toContain("not compared");
    expect(existsSync(ran)).toBe(false);
    expect(files.baseSha).not.toBe("");
  });

  it("reaches no server by a way that runs programs", async () => {
    const { run, workspace } = await on.scene({ change: EXPLAINED, depth: 1 });
    const ran = workspace.join("ran");
    gitIn(workspace.path, "remote", "set-url", "origin", `ext::sh -c 'touch ${ran}'`);
    const result = await run();
    expect(result.status).toBe(0);
    expect(result.annotations).toMatchObject([{ message: expect.stringContaining("Changes are not compared") }]);
    expect(existsSync(ran)).toBe(false);
  });
});
