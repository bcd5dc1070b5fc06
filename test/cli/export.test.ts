import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { type ExportOptions, exportCommand } from "../../src/commands/export.ts";
import { Folder, GOOD, type Run } from "../support/cli.ts";
import { run } from "../support/in-process.ts";

let folder: Folder | null = null;

afterEach(() => {
  folder?.drop();
  folder = null;
});

function exporting(files: Record<string, string>, options: Partial<ExportOptions>): Promise<Run> {
  folder = new Folder(files);
  return run((common, host) => exportCommand({ ...common, ...options }, host), { cwd: folder.path });
}

describe("kpi export", () => {
  it.each([
    ["csv", /^id,title,state,/],
    ["json", /^\{\n {2}"schemaVersion": 1,/],
  ])("prints %s on standard output and nothing beside it", async (to, start) => {
    const { status, out, err } = await exporting({ "kpi.yaml": GOOD }, { to });
    expect(out).toMatch(start);
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });

  it("tells on the side what OpenSLO cannot hold", async () => {
    const { status, out, err } = await exporting({ "kpi.yaml": GOOD }, { to: "openslo" });
    expect({ status, out }).toEqual({ status: 0, out: "" });
    expect(err).toBe(
      "kpi: nps-2026 has no form in OpenSLO: its target is to be reached, not kept.\nkpi: 0 KPIs exported, 1 left out.\n",
    );
  });

  it("writes a file", async () => {
    const { out, err } = await exporting({ "kpi.yaml": GOOD }, { to: "csv", output: "kpis.csv" });
    expect({ out, err }).toEqual({ out: "", err: "kpi: Wrote kpis.csv.\n" });
    expect(readFileSync(folder?.join("kpis.csv") ?? "", "utf8")).toContain("nps-2026,");
  });

  it.each([
    ["kpi.yaml", "holds definitions"],
    ["./kpi.yaml", "holds definitions"],
    ["kpi.config.yaml", "is the config"],
    ["kpi.known.json", "holds the known findings"],
    ["data/visits.csv", "holds values of a metric"],
  ])("writes not over %s, which %s", async (output, what) => {
    const files = {
      "kpi.yaml": GOOD.replace("metrics:\n", "metrics:\n  visits: { title: Visits, data: data/visits.csv }\n"),
      "kpi.config.yaml": "version: 1\n",
      "kpi.known.json": '{ "version": 1, "findings": {} }\n',
      "data/visits.csv": "date,value\n2026-01-31,5\n",
      "notes.csv": "old\n",
    };
    const { status, err } = await exporting(files, { to: "json", output });
    expect(err).toContain(`${what} of this workspace, and is not overwritten; name a file that is not part of it.`);
    expect(status).toBe(2);
    for (const [name, text] of Object.entries(files)) expect(readFileSync(folder?.join(name) ?? "", "utf8")).toBe(text);
    expect(await exporting(files, { to: "csv", output: "notes.csv" })).toMatchObject({ status: 0 });
  });

  it("says beside the figures that definitions have errors", async () => {
    const { status, err } = await exporting(
      { "kpi.yaml": GOOD.replace("metric: nps,", "metric: npz,") },
      { to: "csv" },
    );
    expect(status).toBe(0);
    expect(err).toContain("`kpi check` finds 1 error here; figures may be missing.");
  });

  it.each<readonly [string, Record<string, string>, Partial<ExportOptions>, RegExp]>([
    ["without a form", { "kpi.yaml": GOOD }, {}, /Say what to export to: --to csv, --to json, --to openslo\./],
    ["to an unknown form", { "kpi.yaml": GOOD }, { to: "jsn" }, /There is no export to "jsn"; did you mean json\?/],
    ["without files", {}, { to: "csv" }, /There are no KPI files/],
    [
      "to a file that cannot be written",
      { "kpi.yaml": GOOD },
      { to: "csv", output: "no/such/folder.csv" },
      /Cannot write no\/such\/folder\.csv: there is no folder no\/such; make it first\./,
    ],
    [
      "to a folder",
      { "kpi.yaml": GOOD, "out/x": "" },
      { to: "csv", output: "out" },
      /Cannot write out: it is a folder; name a file in it\./,
    ],
    [
      "through a file",
      { "kpi.yaml": GOOD },
      { to: "csv", output: "kpi.yaml/x.csv" },
      /Cannot write kpi\.yaml\/x\.csv: a file stands where its folder should be\./,
    ],
  ])("%s is refused", async (_, files, options, message) => {
    const { status, err } = await exporting(files, options);
    expect(err).toMatch(message);
    expect(status).toBe(2);
  });
});
