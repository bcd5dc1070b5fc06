/** A build of the product whose functions can be told apart by module: like `dist/`, with its whitespace kept. */

import * as path from "node:path";
import { BENCH_FOLDER, REPOSITORY } from "./paths.mjs";

const FOLDER = path.join(BENCH_FOLDER, "profile-build");

/** Bundles an entry of the repository and returns the path of the bundle; whitespace apart, as `npm run build` does. */
export async function readableBuild(entry = "src/cli.ts") {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: REPOSITORY,
    entryPoints: { cli: entry },
    outdir: FOLDER,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    legalComments: "none",
    logLevel: "warning",
    supported: { "object-rest-spread": false },
    minifySyntax: true,
    banner: {
      js: 'import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);',
    },
  });
  return path.join(FOLDER, "cli.js");
}
