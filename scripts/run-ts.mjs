// Runs a TypeScript script: node scripts/run-ts.mjs scripts/name.ts [arguments]
// The script does its work when it is loaded, or exports `main(args)`, which returns an exit status.
import { mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  console.error("usage: node scripts/run-ts.mjs SCRIPT.ts [arguments]");
  process.exit(2);
}

const folder = join("node_modules", ".cache", "run-ts");
const outfile = join(folder, `${basename(entry, ".ts")}-${process.pid}.mjs`);
mkdirSync(folder, { recursive: true });
try {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "warning",
  });
  const script = await import(pathToFileURL(outfile).href);
  if (script.main !== undefined) process.exitCode = await script.main(args);
} finally {
  rmSync(outfile, { force: true });
}
