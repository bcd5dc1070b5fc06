import { afterEach, describe, expect, it } from "vitest";
import { Folder } from "../support/cli.ts";
import { hostIn } from "../support/host.ts";
import { blame, edited, LIFE, LifeRepository, lifeIn, lines, withTarget } from "../support/life.ts";
import { PLAIN_ENV } from "../support/repository.ts";

const folders: Folder[] = [];

function kept<Kept extends Folder>(folder: Kept): Kept {
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) folder.drop();
});

/** A repository in which the KPI was created on 2026-01-05. */
function born(text = LIFE, file = "kpi.yaml"): LifeRepository {
  const repository = kept(new LifeRepository());
  repository.change("2026-01-05", { [file]: text });
  return repository;
}

const CREATED = "2026-01-05 Ana kpi-added null → nps-2026";

describe("the life of a KPI", () => {
  it("is every change of its promise, by whom and why", async () => {
    const repository = born();
    repository.change("2026-02-01", { "kpi.yaml": edited(LIFE, ["Score of 75", "Score: 75"]) });
    repository.change("2026-04-02", { "kpi.yaml": withTarget("72", "Survey moved") }, "Ben");
    const last = repository.change("2026-05-01", { "kpi.yaml": withTarget("70", "Survey moved") }, "Cleo");
    const life = await lifeIn(repository.path);
    expect(lines(life)).toEqual([
      CREATED,
      "2026-04-02 Ben target-eased 75 → 72",
      "2026-05-01 Cleo target-eased 72 → 70",
    ]);
    expect(life.entries.map(({ changes: [change] }) => change?.reason)).toEqual([null, "Survey moved", null]);
    expect(life.entries[2]).toMatchObject({
      commit: last,
      subject: "on 2026-05-01",
      kpi: "nps-2026",
      file: "kpi.yaml",
    });
    expect(life).toMatchObject({ kpi: "nps-2026", title: "Net Promoter Score of 75", ref: "HEAD", status: "on-track" });
    expect(life.drift).toMatchObject({
      easings: 2,
      easingsWithoutReason: 1,
      target: { change: -5, direction: "easier" },
    });
    expect(life.targets).toEqual([
      { date: "2026-01-05", target: 75 },
      { date: "2026-04-02", target: 72 },
      { date: "2026-05-01", target: 70 },
    ]);
  });

  it("is told for people by default, the newest change last", async () => {
    const repository = born();
    repository.change("2026-04-02", { "kpi.yaml": withTarget("72") }, "Ben");
    const { status, out, err } = await blame(repository.path, "nps-2026");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^nps-2026 {2}Net Promoter Score of 75\n/);
    expect(out.indexOf("2026-01-05")).toBeLessThan(out.indexOf("▼ easier   target 75 → 72 points"));
    expect(out).toContain("no reason given");
    expect(out).toContain("1 easier (1 without a reason), 0 harder");
  });

  it("does not hear of moved, split and reformatted files, of values and of other KPIs", async () => {
    const repository = born();
    const metrics = LIFE.slice(0, LIFE.indexOf("kpis:"));
    const kpis = `version: 1\n${LIFE.slice(LIFE.indexOf("kpis:"))}`;
    repository.git("mv", "kpi.yaml", "moved.kpi.yaml");
    repository.commitOn("2026-02-01");
    repository.change("2026-02-02", { "moved.kpi.yaml": null, "kpis/a.yaml": metrics, "kpis/b.yml": kpis });
    repository.change("2026-02-03", {
      "kpis/b.yml": edited(kpis, ["    target: 75\n", '    "target" : 75.0 # points\n']),
    });
    repository.change("2026-02-04", { "kpis/a.yaml": edited(metrics, ["60", "61"]) });
    const flow =
      'kpis: { nps-2026: { metric: nps, goal: happy, target: 75, baseline: { value: 62 }, timeframe: "2026", owner: "@cx", title: Net } }';
    repository.change("2026-02-05", { "kpis/b.yml": flow.replace("{ value: 62 }", "62") });
    repository.change("2026-02-06", {
      "kpis/b.yml": `${kpis}  other:\n    title: Another one\n    metric: nps\n    target: 3\n`,
    });
    expect(lines(await lifeIn(repository.path))).toEqual([CREATED]);
    repository.change("2026-02-07", { "kpis/b.yml": edited(kpis, ["target: 75", "target: 80"]) });
    const life = await lifeIn(repository.path);
    expect(lines(life)).toEqual([CREATED, "2026-02-07 Ana target-raised 75 → 80"]);
    expect(life.entries.map(({ file }) => file)).toEqual(["kpi.yaml", "kpis/b.yml"]);
  });

  it("tells a change of a side branch once, and of its author", async () => {
    const repository = born();
    repository.git("checkout", "-q", "-b", "side");
    repository.change("2026-03-01", { "kpi.yaml": withTarget("72") }, "Ben");
    repository.git("checkout", "-q", "main");
    repository.change("2026-03-02", { "README.md": "x" });
    repository.mergeOn("2026-03-03", "side", { "kpi.yaml": withTarget("72") });
    expect(lines(await lifeIn(repository.path))).toEqual([CREATED, "2026-03-01 Ben target-eased 75 → 72"]);
    expect((await lifeIn(repository.path)).targets).toEqual([
      { date: "2026-01-05", target: 75 },
      { date: "2026-03-03", target: 72 },
    ]);
  });

  it("tells what a merge does that none of its sides did", async () => {
    const repository = born();
    repository.git("checkout", "-q", "-b", "side");
    repository.change("2026-03-01", { "kpi.yaml": withTarget("72") }, "Ben");
    repository.git("checkout", "-q", "main");
    const longer = edited(LIFE, ["timeframe: 2026", "timeframe: { start: 2026-01-01, end: 2027-03-31 }"]);
    repository.change("2026-03-02", { "kpi.yaml": longer }, "Cleo");
    repository.mergeOn("2026-03-03", "side", { "kpi.yaml": edited(longer, ["target: 75", "target: 60"]) });
    expect(
      lines(await lifeIn(repository.path))
        .slice(1)
        .sort(),
    ).toEqual([
      "2026-03-01 Ben target-eased 75 → 72",
      "2026-03-02 Cleo deadline-extended 2026-12-31 → 2027-03-31",
      "2026-03-03 Merger target-eased 75 → 60",
    ]);
  });

  it("goes on after it was deleted and came back, and is told when it is gone", async () => {
    const repository = born();
    const without = LIFE.slice(0, LIFE.indexOf("kpis:"));
    repository.change("2026-02-01", {
      "kpi.yaml": `${without}removed: { nps-2026: { on: 2026-02-01, reason: No survey } }\n`,
    });
    repository.change("2026-03-01", { "kpi.yaml": LIFE });
    const gone = repository.change("2026-04-01", { "kpi.yaml": without });
    const life = await lifeIn(repository.path);
    expect(lines(life)).toEqual([
      CREATED,
      "2026-02-01 Ana kpi-removed-early active → deleted",
      "2026-03-01 Ana kpi-added null → nps-2026",
      "2026-04-01 Ana kpi-removed-early active → deleted",
    ]);
    expect(life.entries.map(({ changes: [change] }) => change?.reason)).toEqual([null, "No survey", null, null]);
    expect(life).toMatchObject({ now: null, title: "Net Promoter Score of 75", status: null });
    expect((await blame(repository.path, "nps-2026")).out).toContain(`deleted on 2026-04-01 in ${gone.slice(0, 8)}`);
  });

  it("goes on when its metric goes with it", async () => {
    const repository = born();
    repository.change("2026-03-01", { "kpi.yaml": withTarget("70") });
    repository.change("2026-04-01", { "kpi.yaml": null });
    expect(lines(await lifeIn(repository.path))).toEqual([
      CREATED,
      "2026-03-01 Ana target-eased 75 → 70",
      "2026-04-01 Ana kpi-removed-early active → deleted",
    ]);
  });

  it("follows every metric that it has had", async () => {
    const repository = born();
    const csat = edited(LIFE, ["  nps:\n", "  csat:\n    title: Satisfaction\n    unit: points\n  nps:\n"]);
    repository.change("2026-02-01", { "kpi.yaml": edited(LIFE, ["unit: points", "unit: score"]) });
    repository.change("2026-03-01", { "kpi.yaml": edited(csat, ["metric: nps", "metric: csat"]) });
    expect(lines(await lifeIn(repository.path))).toEqual([
      CREATED,
      "2026-02-01 Ana unit-changed points → score",
      "2026-03-01 Ana kpi-switched-metric nps → csat",
    ]);
  });

  it("finds the reason for a change of the metric in any KPI that uses it", async () => {
    const other = "  other:\n    title: Another one\n    metric: nps\n    target: 3\n";
    const repository = born(LIFE + other);
    const entry = "    changes: [{ date: 2026-02-01, field: unit, reason: The survey counts so }]\n";
    repository.change("2026-02-01", { "kpi.yaml": edited(LIFE + other + entry, ["unit: points", "unit: score"]) });
    const { entries } = await lifeIn(repository.path);
    expect(entries[1]?.changes).toMatchObject([{ ruleId: "diff/unit-changed", reason: "The survey counts so" }]);
  });
});

describe("another id", () => {
  const called = (id: string, text = LIFE): string => edited(text, ["  nps-2026:\n", `  ${id}:\n`]);

  it("is followed back, through every rename", async () => {
    const repository = born();
    repository.change("2026-02-01", { "kpi.yaml": withTarget("72") });
    repository.change("2026-03-01", { "kpi.yaml": null, "kpis/b.yaml": called("nps-b", withTarget("72")) });
    repository.change("2026-04-01", { "kpis/b.yaml": called("nps-c", withTarget("72")) });
    repository.change("2026-05-01", { "kpis/b.yaml": called("nps-c", withTarget("74")) });
    const life = await lifeIn(repository.path, "nps-c");
    expect(lines(life)).toEqual([
      CREATED,
      "2026-02-01 Ana target-eased 75 → 72",
      "2026-03-01 Ana kpi-renamed nps-2026 → nps-b",
      "2026-04-01 Ana kpi-renamed nps-b → nps-c",
      "2026-05-01 Ana target-raised 72 → 74",
    ]);
    expect(life.entries.map(({ kpi }) => kpi)).toEqual(["nps-2026", "nps-2026", "nps-b", "nps-c", "nps-c"]);
    expect(life.drift).toMatchObject({ target: { change: -1 }, easings: 1, tightenings: 1 });
    expect(life.targets.map(({ target }) => target)).toEqual([75, 72, 74]);
  });

  it("is where an old one goes on", async () => {
    const repository = born();
    const commit = repository.change("2026-03-01", { "kpi.yaml": called("nps-b") });
    repository.change("2026-04-01", { "kpi.yaml": called("nps-b", withTarget("60")) });
    expect(lines(await lifeIn(repository.path))).toEqual([CREATED, "2026-03-01 Ana kpi-renamed nps-2026 → nps-b"]);
    const { out } = await blame(repository.path, "nps-2026");
    expect(out).toContain(`goes on as nps-b on 2026-03-01 in ${commit.slice(0, 8)}: kpi blame nps-b`);
  });

  it("may be the first one again", async () => {
    const repository = born();
    repository.change("2026-03-01", { "kpi.yaml": called("nps-b") });
    repository.change("2026-03-15", { "kpi.yaml": called("nps-b", withTarget("70")) });
    repository.change("2026-04-01", { "kpi.yaml": withTarget("70") });
    expect(lines(await lifeIn(repository.path))).toEqual([
      CREATED,
      "2026-03-01 Ana kpi-renamed nps-2026 → nps-b",
      "2026-03-15 Ana target-eased 75 → 70",
      "2026-04-01 Ana kpi-renamed nps-b → nps-2026",
    ]);
  });

  it("with an easier target is a relaunch", async () => {
    const repository = born();
    repository.change("2026-03-01", { "kpi.yaml": called("nps-b", withTarget("70")) });
    const life = await lifeIn(repository.path, "nps-b");
    expect(lines(life)).toEqual([CREATED, "2026-03-01 Ana kpi-relaunched 75 → 70"]);
    expect(life.entries[1]?.changes[0]?.otherId).toBe("nps-2026");
    expect(life.drift).toMatchObject({ easings: 1, easingsWithoutReason: 1 });
    expect((await blame(repository.path, "nps-b")).out).toContain(
      "▼ easier   relaunched from nps-2026: 75 → 70 points",
    );
    expect((await blame(repository.path, "nps-2026")).out).toContain("relaunched as nps-b: 75 → 70 points");
  });
});

describe("what is not committed yet", () => {
  it("is the last change", async () => {
    const repository = born();
    repository.write("kpi.yaml", withTarget("70"));
    const life = await lifeIn(repository.path);
    expect(lines(life)).toEqual([CREATED, "now target-eased 75 → 70"]);
    expect(life.entries[1]).toMatchObject({ commit: null, date: null, author: null, subject: null, file: "kpi.yaml" });
    expect((await blame(repository.path, "nps-2026")).out).toContain("not committed yet\n  ▼ easier");
    expect(lines(await lifeIn(repository.path, "nps-2026", { ref: "HEAD" }))).toEqual([CREATED]);
  });

  it.each<[string, string, string, readonly string[]]>([
    [
      "a new KPI",
      `${LIFE}  other: { title: Another one, metric: nps, goal: happy, owner: "@a", timeframe: 2027, target: 9 }\n`,
      "other",
      ["now kpi-added null → other"],
    ],
    [
      "a deletion",
      LIFE.slice(0, LIFE.indexOf("kpis:")),
      "nps-2026",
      [CREATED, "now kpi-removed-early active → deleted"],
    ],
    ["a new id", edited(LIFE, ["  nps-2026:\n", "  nps-b:\n"]), "nps-b", [CREATED, "now kpi-renamed nps-2026 → nps-b"]],
    [
      "an old id",
      edited(LIFE, ["  nps-2026:\n", "  nps-b:\n"]),
      "nps-2026",
      [CREATED, "now kpi-renamed nps-2026 → nps-b"],
    ],
  ])("may be %s", async (_, text, id, changes) => {
    const repository = born();
    repository.write("kpi.yaml", text);
    expect(lines(await lifeIn(repository.path, id))).toEqual(changes);
  });

  it("is unknown where a file cannot be read", async () => {
    const repository = born();
    repository.write("kpi.yaml", "kpis: [\n");
    const { out, err } = await blame(repository.path, "nps-2026", { format: ["json"] });
    expect(lines(JSON.parse(out))).toEqual([CREATED]);
    expect(err).toContain("nps-2026 is taken to be as it was committed");
  });
});

describe("what cannot be told", () => {
  it.each([
    ["nps-2025", 'There is no KPI "nps-2025" in any commit; did you mean nps-2026?'],
    ["zzz", 'There is no KPI "zzz" in any commit; `kpi progress` lists those that there are.'],
    ["", 'There is no KPI "" in any commit; `kpi progress` lists those that there are.'],
    ["a\u001b[31m b", 'There is no KPI "a␛[31m b" in any commit; `kpi progress` lists those that there are.'],
    ["nps", '"nps" is a metric, and only KPIs have a life to tell; name one of its KPIs: nps-2026.'],
    ["happy", '"happy" is a goal, and only KPIs have a life to tell; name one of its KPIs: nps-2026.'],
    ["brand", '"brand" is a goal, and only KPIs have a life to tell; no KPI belongs to it.'],
  ])("%j", async (id, message) => {
    const repository = born(
      edited(LIFE, ["metrics:\n", '  brand: { title: People know us, owner: "@ceo" }\nmetrics:\n']),
    );
    expect(await blame(repository.path, id)).toEqual({ status: 2, out: "", err: `kpi: ${message}\n` });
  });

  it("is said where there is no repository, no commit or no such ref", async () => {
    const folder = kept(new Folder({ "kpi.yaml": LIFE }));
    const env = { ...PLAIN_ENV, GIT_CEILING_DIRECTORIES: folder.join("..") };
    const { err } = await blame(folder.path, "nps-2026", {}, { env });
    expect(err).toContain("is in no git repository; run the command inside one.");
    const unborn = kept(new LifeRepository());
    unborn.write("kpi.yaml", LIFE);
    expect((await blame(unborn.path, "nps-2026")).err).toContain("This repository has no commit yet");
    expect((await blame(born().path, "nps-2026", { ref: "mian" })).err).toContain("Did you mean main?");
    expect((await blame(born().path, "nps-2026", { format: ["html"] })).err).toContain('There is no format "html"');
  });

  it("is said where the config is wrong", async () => {
    const repository = born();
    repository.write("kpi.config.yaml", "version: 1\nincluded: []\n");
    expect(await blame(repository.path, "nps-2026")).toMatchObject({
      status: 2,
      out: expect.stringMatching(/^kpi.config.yaml:2:1 .*`included` is no key of this file/),
    });
  });
});

describe("texts of strangers", () => {
  it("do nothing on a terminal, and are exact in JSON", async () => {
    const repository = born(edited(LIFE, ["Net Promoter Score of 75", '"::error::x \\e[31m"']));
    repository.write("kpi.yaml", withTarget("70", "##[error]\\e]8;;x\\e\\\\ \\u202E"));
    repository.commitOn("2026-02-01", "Eve \u001b[31m\u202e x", "::warning::\u001b[2J");
    const { out } = await blame(repository.path, "nps-2026");
    expect(out).not.toMatch(/\u202e|(?:^|\s)::|##\[/);
    expect(out).not.toContain("\u001b");
    const { entries } = await lifeIn(repository.path);
    expect(entries[1]).toMatchObject({ author: "Eve \u001b[31m\u202e x", subject: "::warning::\u001b[2J" });
  });
});

describe("long work", () => {
  it.each([true, false])("shows a bar on a terminal only (%s)", async (isTerminal) => {
    const repository = kept(new LifeRepository());
    const who = "committer Ana <a@example.com> 1767614400 +0000\ndata 1\nx\n";
    const commits = Array.from({ length: 40 }, (_, i) => {
      const text = `# ${i}\n${LIFE}`;
      return `commit refs/heads/main\n${who}M 644 inline kpi.yaml\ndata ${text.length}\n${text}\n`;
    });
    repository.import(commits.join(""));
    const host = hostIn(repository.path);
    const terminal = { ...host.terminal, noteIsTerminal: isTerminal };
    let clock = 0;
    const now = (): number => {
      clock += 500;
      return clock;
    };
    const notes: string[] = [];
    const note = (text: string): void => void notes.push(text);
    await blame(repository.path, "nps-2026", {}, { terminal: { ...terminal, note, out: () => {} }, now });
    expect(notes.some((text) => text.includes("Reading history"))).toBe(isTerminal);
    if (isTerminal) expect(notes.at(-1)).toBe("\r\u001B[K");
  });
});
