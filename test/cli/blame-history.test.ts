import { rmSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { Folder } from "../support/cli.ts";
import { blame, edited, LIFE, LifeRepository, lifeIn, lines, withTarget } from "../support/life.ts";
import { gitIn } from "../support/repository.ts";

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

function cloneOf(repository: Folder, ...flags: readonly string[]): string {
  const home = kept(new Folder());
  gitIn(home.path, "clone", "-q", ...flags, `file://${repository.path}`, "clone");
  return home.join("clone");
}

const CREATED = "2026-01-05 Ana kpi-added null → nps-2026";

describe("files of the history", () => {
  it("that could not be read leave the KPI as it was", async () => {
    const repository = born();
    const conflict = edited(LIFE, [
      "    target: 75\n",
      "<<<<<<< HEAD\n    target: 75\n=======\n    target: 70\n>>>>>>> side\n",
    ]);
    repository.change("2026-02-01", { "kpi.yaml": conflict });
    repository.change("2026-02-02", { "kpi.yaml": withTarget("70") });
    expect(lines(await lifeIn(repository.path))).toEqual([CREATED, "2026-02-02 Ana target-eased 75 → 70"]);
  });

  it("that are pointers of git LFS leave the KPI as it was", async () => {
    const repository = born();
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a1".repeat(32)}\nsize 12345\n`;
    repository.change("2026-02-01", { "kpi.yaml": pointer });
    expect(lines(await lifeIn(repository.path))).toEqual([CREATED]);
    repository.change("2026-02-02", { "kpi.yaml": withTarget("70") });
    expect(lines(await lifeIn(repository.path))).toEqual([CREATED, "2026-02-02 Ana target-eased 75 → 70"]);
  });

  it("that are over 10 MB leave the KPI as it was, and are named", async () => {
    const repository = born();
    repository.change("2026-02-01", { "kpi.yaml": `${withTarget("70")}${`# ${"x".repeat(1000)}\n`.repeat(10_500)}` });
    repository.change("2026-02-02", { "kpi.yaml": withTarget("72") });
    const { out, err } = await blame(repository.path, "nps-2026", { format: ["json"] });
    expect(lines(JSON.parse(out))).toEqual([CREATED, "2026-02-02 Ana target-eased 75 → 72"]);
    expect(err).toBe("kpi: kpi.yaml is over 10 MB in some commit and was not read there.\n");
  });

  it("count where the config of their commit says so", async () => {
    const repository = born(LIFE, "metrics/a.yaml");
    repository.change("2026-01-06", { "kpi.config.yaml": 'version: 1\ninclude: ["metrics/**"]\n' });
    repository.change("2026-01-07", { "metrics/a.yaml": withTarget("74") });
    repository.change("2026-01-08", { "metrics/a.yaml": null, "kpi.config.yaml": null, "kpi.yaml": withTarget("73") });
    repository.change("2026-01-09", {
      "examples/kpi.config.yaml": "version: 1\n",
      "examples/a.kpi.yaml": withTarget("1"),
    });
    repository.change("2026-01-10", { "node_modules/a.kpi.yaml": withTarget("2"), "other/a.yaml": withTarget("3") });
    expect(lines(await lifeIn(repository.path))).toEqual([
      "2026-01-06 Ana kpi-added null → nps-2026",
      "2026-01-07 Ana target-eased 75 → 74",
      "2026-01-08 Ana target-eased 74 → 73",
    ]);
  });

  it("that git ignores do not count, though it tracks them", async () => {
    const repository = born();
    repository.write("a.kpi.yaml", withTarget("10"));
    repository.git("add", "-A", "-f");
    repository.change("2026-02-01", { ".gitignore": "a.kpi.yaml\n" });
    expect(lines(await lifeIn(repository.path))).toEqual([CREATED]);
  });

  it("that are links do not count", async () => {
    const repository = born();
    symlinkSync("kpi.yaml", repository.join("a.kpi.yaml"));
    repository.commitOn("2026-02-01");
    expect(lines(await lifeIn(repository.path))).toEqual([CREATED]);
  });

  it.each<[string, string, string, string]>([
    ["its KPI", "kpi.yaml", LIFE, 'KPI "nps-2026"'],
    [
      "the metric of its KPI",
      "metrics.kpi.yaml",
      LIFE.slice(0, LIFE.indexOf("kpis:")),
      'Metric "nps" of KPI "nps-2026"',
    ],
  ])("that are links have no history: %s", async (_, link, text, name) => {
    const repository = kept(new LifeRepository());
    repository.change("2026-01-05", {
      "kpi.yaml": `version: 1\n${LIFE.slice(LIFE.indexOf("kpis:"))}`,
      "team/real/defs.txt": text,
    });
    rmSync(repository.join(link), { force: true });
    symlinkSync("team/real/defs.txt", repository.join(link));
    repository.commitOn("2026-01-06");
    const refusal = {
      status: 2,
      out: "",
      err: `kpi: ${name} stands behind the link ${link}, which kpi blame does not follow; look at the history of the file itself with: git log -p -- ":/team/real/defs.txt"\n`,
    };
    expect(await blame(repository.path, "nps-2026")).toEqual(refusal);
    expect(await blame(repository.path, "nps-2026", { ref: "HEAD" })).toEqual(refusal);
  });

  it("of a submodule have their history elsewhere", async () => {
    const inner = born(LIFE, "a.kpi.yaml");
    const repository = kept(new LifeRepository());
    repository.git("submodule", "--quiet", "add", inner.path, "sub");
    repository.commitOn("2026-02-01");
    const { status, err } = await blame(repository.path, "nps-2026");
    expect({ status, err }).toEqual({
      status: 2,
      err: 'kpi: KPI "nps-2026" stands in sub/a.kpi.yaml, which belongs to another repository; run the command there.\n',
    });
    expect(lines(await lifeIn(repository.join("sub")))).toEqual([CREATED]);
  });

  it("may stand in a folder of the repository", async () => {
    const repository = kept(new LifeRepository());
    repository.change("2026-01-05", {
      "team/kpi.config.yaml": "version: 1\n",
      "team/kpi.yaml": LIFE,
      "kpi.yaml": withTarget("1"),
    });
    repository.change("2026-02-01", { "team/kpi.yaml": withTarget("70"), "x.txt": "1" });
    repository.change("2026-02-02", { "x.txt": "2" });
    const life = await lifeIn(repository.join("team"));
    expect(lines(life)).toEqual([CREATED, "2026-02-01 Ana target-eased 75 → 70"]);
    expect(life.entries[0]?.file).toBe("kpi.yaml");
  });
});

describe("a history of 2,000 commits", () => {
  it("is told exactly", async () => {
    const repository = kept(new LifeRepository());
    const stream: string[] = [];
    const expected = [CREATED];
    let [target, file] = [1000, "kpi.yaml"];
    const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
    for (let i = 0; i < 2000; i++) {
      const second = 1_767_614_400 + i * 600;
      const who = `Ana <a@example.com> ${second} +0000`;
      const day = new Date(second * 1000).toISOString().slice(0, 10);
      let gone = "";
      if (i > 0 && i % 97 === 0) {
        gone = `D ${file}\n`;
        file = `kpis/${i % 5}/${i}.yaml`;
      }
      if (i > 0 && i % 151 === 0) {
        const next = target + (i % 2 === 0 ? 7 : -5);
        expected.push(`${day} Ana target-${next < target ? "eased" : "raised"} ${text(target)} → ${text(next)}`);
        target = next;
      }
      const noise = `  other-${i}:\n    title: Number ${i}, and nps-2026 too\n    leads: nps-2026\n`;
      const values = edited(withTarget(String(target)), ["      2026-06-30: 68", `      2026-06-30: ${i % 90}`]);
      stream.push(
        `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\n${data(`change ${i}`)}${i === 0 ? "deleteall\n" : gone}`,
        `M 644 inline ${file}\n${data(i % 3 === 0 ? `# ${i}\n${values}${noise}` : values + noise)}`,
      );
    }
    repository.import(stream.join(""));
    const life = await lifeIn(repository.path);
    expect(lines(life)).toEqual(expected);
    expect(life.entries.length).toBe(14);
    expect(life.drift?.easings).toBe(7);
  });

  function text(value: number): string {
    return value >= 1000 ? String(value).replace(/(\d)(\d{3})$/, "$1,$2") : String(value);
  }
});

describe("clones", () => {
  function long(): LifeRepository {
    const repository = born();
    for (const [i, target] of ["74", "73", "72"].entries()) {
      repository.change(`2026-0${i + 2}-01`, { "kpi.yaml": withTarget(target) });
    }
    return repository;
  }

  it("that are shallow tell what there is, and how to get the rest", async () => {
    const clone = cloneOf(long(), "--depth=2");
    const edge = gitIn(clone, "rev-parse", "HEAD~1");
    const { status, out, err } = await blame(clone, "nps-2026", { format: ["json"] });
    expect(status).toBe(0);
    expect(err).toBe(
      `kpi: The history ends at ${edge.slice(0, 8)} (2026-03-01), because this clone is shallow; fetch the rest with: git fetch --unshallow\n`,
    );
    const life = JSON.parse(out);
    expect(life.historyEnds).toEqual([edge]);
    expect(life.entries.map(({ isEdge }: { isEdge: boolean }) => isEdge)).toEqual([true, false]);
    expect(lines(life)).toEqual(["2026-04-01 Ana target-eased 73 → 72"]);
    const pretty = await blame(clone, "nps-2026", { quiet: true });
    expect(pretty.err).toBe("");
    expect(pretty.out).toContain("○ known    73 points in 2026, from 62; the history of this clone ends here");
    expect(pretty.out).toContain("Since the oldest version of this clone, 2026-03-01");
  });

  it("without a working tree tell what is committed", async () => {
    const clone = cloneOf(long(), "--bare");
    expect(lines(await lifeIn(clone)).slice(2)).toEqual([
      "2026-03-01 Ana target-eased 74 → 73",
      "2026-04-01 Ana target-eased 73 → 72",
    ]);
    expect(lines(await lifeIn(clone, "nps-2026", { ref: "HEAD~2" })).slice(1)).toEqual([
      "2026-02-01 Ana target-eased 75 → 74",
    ]);
  });

  it("that lack contents say what to fetch", async () => {
    const repository = long();
    repository.git("config", "uploadpack.allowFilter", "true");
    const clone = cloneOf(repository, "--filter=blob:none");
    const { status, err } = await blame(clone, "nps-2026");
    expect(status).toBe(2);
    expect(err).toMatch(/^kpi: (?:This clone is partial|The repository lacks the content).*\n$/);
  });
});
