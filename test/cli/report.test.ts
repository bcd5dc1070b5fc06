import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { type ReportOptions, reportCommand } from "../../src/commands/report.ts";
import { Folder, GOOD, ROOT, type Run } from "../support/cli.ts";
import { run } from "../support/in-process.ts";

const folders: Folder[] = [];

function at(files: Readonly<Record<string, string>> = { "kpi.yaml": GOOD }): Folder {
  const folder = new Folder(files);
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) folder.drop();
});

function report(folder: Folder, options: Partial<ReportOptions> = {}): Promise<Run> {
  return run(({ color }, host) => reportCommand({ color, asOf: "2026-08-15", ...options }, host), {
    cwd: folder.path,
  });
}

describe("a folder", () => {
  it("gets the page, the same for programs and wikis, and badges", async () => {
    const folder = at();
    expect(await report(folder)).toEqual({
      status: 0,
      out: "Wrote kpi-report/index.html: 1 KPI, 1 goal, 1 metric.\n",
      err: "",
    });
    const files = readdirSync(folder.join("kpi-report"), { recursive: true, encoding: "utf8" }).sort();
    expect(files).toEqual([
      ".kpi-report",
      "badges",
      "badges/goals",
      "badges/goals/happy-customers.svg",
      "badges/nps-2026.svg",
      "index.html",
      "report.json",
      "report.md",
    ]);
    expect(readdirSync(folder.path).sort()).toEqual(["kpi-report", "kpi.yaml"]);
  });

  it("lists what was written, and loses of it what is written no more", async () => {
    const folder = at();
    await report(folder, { output: "out/site" });
    folder.write("kpi.yaml", GOOD.replaceAll("nps-2026:", "nps-2027:"));
    await report(folder, { output: "out/site", title: "Second" });
    expect(readdirSync(folder.join("out/site/badges")).sort()).toEqual(["goals", "nps-2027.svg"]);
    expect(readFileSync(folder.join("out/site/index.html"), "utf8")).toContain("<title>Second</title>");
    expect(readFileSync(folder.join("out/site/.kpi-report"), "utf8")).toBe(
      `# Written by kpi report. Its next run replaces the files below and leaves all others as they are.
index.html
report.json
report.md
badges/nps-2027.svg
badges/goals/happy-customers.svg
`,
    );
    expect(readdirSync(folder.join("out"))).toEqual(["site"]);
  });

  it("keeps what others put there", async () => {
    const folder = at();
    await report(folder, { output: "site" });
    const others = { "site/CNAME": "kpi.example.com", "site/.git/HEAD": "ref", "site/badges/mine.svg": "<svg/>" };
    for (const [file, text] of Object.entries(others)) folder.write(file, text);
    expect((await report(folder, { output: "site", title: "Second" })).status).toBe(0);
    for (const [file, text] of Object.entries(others)) expect(readFileSync(folder.join(file), "utf8")).toBe(text);
    expect(readFileSync(folder.join("site/index.html"), "utf8")).toContain("<title>Second</title>");
  });

  it("stays as it is where somebody else's file stands in the way", async () => {
    const folder = at();
    await report(folder, { output: "site" });
    folder.write("site/badges/nps-2027.svg", "mine");
    folder.write("kpi.yaml", GOOD.replaceAll("nps-2026:", "nps-2027:"));
    const before = readdirSync(folder.join("site"), { recursive: true });
    expect(await report(folder, { output: "site" })).toEqual({
      status: 2,
      out: "",
      err: 'kpi: "site/badges/nps-2027.svg" was not written by kpi report, so it is left as it is; move it away, or name another folder with -o.\n',
    });
    expect(readFileSync(folder.join("site/badges/nps-2027.svg"), "utf8")).toBe("mine");
    expect(readdirSync(folder.join("site"), { recursive: true })).toEqual(before);
  });

  it("behind a link is replaced, and the link stays", async () => {
    const folder = at({ "kpi.yaml": GOOD, "real/.kpi-report": "" });
    symlinkSync(folder.join("real"), folder.join("link"));
    expect((await report(folder, { output: "link" })).status).toBe(0);
    expect(existsSync(folder.join("real/index.html"))).toBe(true);
    expect(readdirSync(folder.path).sort()).toEqual(["kpi.yaml", "link", "real"]);
  });

  it("that is empty is taken", async () => {
    const folder = at({ "kpi.yaml": GOOD, "site/x": "" });
    const { status } = await report(folder, { output: "site/../empty" });
    expect(status).toBe(0);
  });

  it.each([
    ["holds something else", { "site/notes.txt": "mine" }, "site"],
    ["is a file", { site: "mine" }, "site"],
    ["is the one with the definitions", {}, "."],
  ])("that %s is left as it is", async (_, files, output) => {
    const folder = at({ "kpi.yaml": GOOD, ...files });
    const before = readdirSync(folder.path, { recursive: true });
    expect(await report(folder, { output })).toEqual({
      status: 2,
      out: "",
      err: `kpi: "${output}" was not written by kpi report, so it is left as it is; name another folder with -o.\n`,
    });
    expect(readdirSync(folder.path, { recursive: true })).toEqual(before);
  });

  it("that cannot be written is said to be so, and nothing is left behind", async () => {
    const folder = at({ "kpi.yaml": GOOD, blocked: "a file" });
    for (const singleFile of [false, true]) {
      expect(await report(folder, { output: "blocked/site", singleFile })).toEqual({
        status: 2,
        out: "",
        err: "kpi: Cannot write blocked/site: a file stands where its folder should be.\n",
      });
    }
    expect(readdirSync(folder.path).sort()).toEqual(["blocked", "kpi.yaml"]);
  });
});

describe("a single file", () => {
  it("is the page and nothing else, and is replaced by the next one", async () => {
    const folder = at();
    const first = await report(folder, { singleFile: true });
    expect(first).toEqual({ status: 0, out: "Wrote kpi-report.html: 1 KPI, 1 goal, 1 metric.\n", err: "" });
    expect((await report(folder, { singleFile: true, output: "kpi-report.html" })).status).toBe(0);
    await report(folder);
    expect(readFileSync(folder.join("kpi-report.html"), "utf8")).toBe(
      readFileSync(folder.join("kpi-report/index.html"), "utf8"),
    );
  });

  it("gets the folders that it lies in", async () => {
    const folder = at();
    expect((await report(folder, { singleFile: true, output: "new/folder/page.html" })).status).toBe(0);
    expect(readdirSync(folder.join("new/folder"))).toEqual(["page.html"]);
  });

  it.each([
    ["kpi.yaml", '"kpi.yaml" was not written by kpi report, so it is left as it is; name another file with -o.'],
    ["sub", '"sub" is a folder; with --single-file, -o names a file.'],
  ])("never replaces %s", async (output, sentence) => {
    const folder = at({ "kpi.yaml": GOOD, "sub/x": "" });
    expect(await report(folder, { singleFile: true, output })).toEqual({
      status: 2,
      out: "",
      err: `kpi: ${sentence}\n`,
    });
    expect(readFileSync(folder.join("kpi.yaml"), "utf8")).toBe(GOOD);
  });
});

describe("the language", () => {
  it("is written into the page", async () => {
    const folder = at();
    await report(folder, { singleFile: true, locale: "de-DE" });
    expect(readFileSync(folder.join("kpi-report.html"), "utf8")).toContain("as of <b>15.08.2026</b>");
  });

  it.each([
    ["not a tag", '"not a tag" is no language tag; write --locale with one such as en-GB, de or pt-BR.'],
    ["xx", 'The language "xx" is not known here; write --locale with one such as en-GB, de or pt-BR.'],
  ])("%s is refused before anything is read or written", async (locale, sentence) => {
    const folder = at({});
    expect(await report(folder, { locale })).toEqual({ status: 2, out: "", err: `kpi: ${sentence}\n` });
    expect(readdirSync(folder.path)).toEqual([]);
  });
});

describe("what is said beside it", () => {
  it("is nothing with --quiet", async () => {
    expect(await report(at(), { quiet: true })).toEqual({ status: 0, out: "", err: "" });
  });

  it("is that definitions have errors", async () => {
    const folder = at({ "kpi.yaml": GOOD.replace("target: 75", "target: 75%") });
    const { status, err } = await report(folder);
    expect(status).toBe(0);
    expect(err).toContain("`kpi check` finds 1 error");
    expect(readFileSync(folder.join("kpi-report/index.html"), "utf8")).toContain("invalid");
  });

  it("is that there is nothing to report, and then nothing is written", async () => {
    const folder = at({});
    const { status, err } = await report(folder);
    expect(status).toBe(2);
    expect(err).toMatch(/^kpi: There are no KPI files in /);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it("is that the config is wrong, and then nothing is written", async () => {
    const folder = at({ "kpi.yaml": GOOD, "kpi.config.yaml": "version: 1\nfoo: 1\n" });
    await expect(report(folder)).rejects.toThrow(/kpi\.config\.yaml/);
    expect(existsSync(folder.join("kpi-report"))).toBe(false);
  });
});

describe("long work", () => {
  it.each([true, false])("shows a bar on a terminal only (%s)", async (noteIsTerminal) => {
    const metrics = Array.from({ length: 40 }, (_, i) => `  m-${i}: { title: Number ${i} }\n`);
    const folder = at({ "kpi.yaml": `version: 1\nmetrics:\n${metrics.join("")}` });
    let clock = 0;
    const now = (): number => {
      clock += 500;
      return clock;
    };
    const { status, err } = await run(
      ({ color }, host) =>
        reportCommand({ color, singleFile: true }, { ...host, now, terminal: { ...host.terminal, noteIsTerminal } }),
      { cwd: folder.path },
    );
    expect(status).toBe(0);
    expect(/\rDrawing [█░]+ 32 of 40/.test(err)).toBe(noteIsTerminal);
    expect(err.endsWith("\r\u001B[K")).toBe(noteIsTerminal);
  });
});

describe("the example company", () => {
  it("has a report with all of its goals, KPIs and metrics", async () => {
    const folder = at({});
    const { status, out } = await run(
      ({ color }, host) =>
        reportCommand({ color, asOf: "2026-08-15", singleFile: true, output: folder.join("page.html") }, host),
      { cwd: `${ROOT}/examples` },
    );
    expect([status, out]).toEqual([0, `Wrote ${folder.join("page.html")}: 20 KPIs, 7 goals, 27 metrics.\n`]);
    const page = readFileSync(folder.join("page.html"), "utf8");
    expect(page.match(/<noscript data-p=/g)?.length).toBe(20 + 7 + 27);
    expect(page).toContain("held in 10 of 11 months");
  });
});
