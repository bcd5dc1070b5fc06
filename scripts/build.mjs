/** Bundles src/ into dist/: `node scripts/build.mjs [--out DIR]`. The same input gives the same bytes. */

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const flag = process.argv.indexOf("--out");
const target = path.resolve(root, flag < 0 ? "dist" : (process.argv[flag + 1] ?? "dist"));
// Built beside it and put in its place at the end, so that a build that fails leaves what was there.
const out = `${target}.new`;

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** Packages whose code stands in the pages that `kpi report` writes: generated text, so no bundle shows them. */
const IN_PAGES = ["uplot"];

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  charset: "utf8",
  // Read as text and parsed where needed: see src/definition/published.ts.
  loader: { ".json": "text" },
  legalComments: "none",
  logLevel: "warning",
  // Object spread makes a new hidden class at every call on Node 20; esbuild's helper does not.
  supported: { "object-rest-spread": false },
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: false,
  banner: {
    js: 'import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);',
  },
};

const result = await build({
  ...shared,
  entryPoints: { cli: "src/cli.ts" },
  outdir: out,
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  metafile: true,
});
await build({
  ...shared,
  entryPoints: { index: "src/index.ts" },
  outdir: out,
  // What reads folders, and what few files need, is loaded where it is called for.
  splitting: true,
  chunkNames: "library/[name]-[hash]",
  // A user's schemas and ours must come from one zod.
  external: ["zod"],
});

// GitHub runs one file, on its own Node.
const action = await build({
  ...shared,
  entryPoints: ["src/action.ts"],
  outfile: path.join(out, "action.mjs"),
  target: "node24",
  metafile: true,
});

writeFileSync(path.join(out, "LICENSES.txt"), licences(result.metafile, IN_PAGES));
writeFileSync(path.join(out, "action.LICENSES.txt"), licences(action.metafile));
execFileSync(
  process.execPath,
  [
    path.join(root, "node_modules/typescript/bin/tsc"),
    "-p",
    "tsconfig.types.json",
    "--outDir",
    path.join(out, "types"),
  ],
  { cwd: root, stdio: "inherit" },
);

rmSync(target, { recursive: true, force: true });
renameSync(out, target);

/** The licences of `others` and of every package whose code is in the bundle. */
function licences(metafile, others = []) {
  const packages = new Set(others);
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match !== null) packages.add(match[1]);
  }
  return [...packages]
    .sort()
    .map((name) => {
      const folder = path.join(root, "node_modules", name);
      const { version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
      return `${name} ${version} (${license})\n\n${licenceText(folder)}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}

function licenceText(folder) {
  for (const name of ["LICENSE", "LICENSE.md", "LICENSE.txt", "license", "LICENCE", "license.md"]) {
    try {
      return readFileSync(path.join(folder, name), "utf8").trim();
    } catch {
      // the next spelling
    }
  }
  return "(no licence file in the package)";
}
