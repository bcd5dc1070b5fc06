// Takes the pictures of the report for docs/screens, from the example company: node scripts/screens.mjs
// Needs Chromium on the PATH. They are looked at, not compared: fonts differ from machine to machine.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const WIDTH = 1240;
const SCREENS = [
  { name: "report-overview", hash: "overview", height: 900 },
  { name: "report-kpi", hash: "kpi/nps-2026", height: 1060 },
];

const folder = mkdtempSync(join(tmpdir(), "kpi-screens-"));
const target = resolve("docs/screens");
mkdirSync(target, { recursive: true });
try {
  const page = join(folder, "report.html");
  const report = ["report", "-C", "examples", "--single-file", "-o", page, "--title", "Clinic software, 2026"];
  execFileSync(process.execPath, ["dist/cli.js", ...report, "--as-of", "2026-08-15"], { stdio: "inherit" });
  for (const { name, hash, height } of SCREENS) {
    const file = join(target, `${name}.png`);
    const options = ["--headless", "--no-sandbox", "--hide-scrollbars", `--window-size=${WIDTH},${height}`];
    const address = `${pathToFileURL(page)}#${hash}`;
    execFileSync("chromium", [...options, `--screenshot=${file}`, address], { stdio: "ignore" });
    console.log(`wrote ${file}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
