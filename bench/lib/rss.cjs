// Loaded into node commands where there is no GNU time: leaves the peak memory in a file when the process ends.
const { writeFileSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

const file = process.env.KPI_BENCH_RSS_FILE;
if (file !== undefined && isMainThread) {
  process.on("exit", () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
}
