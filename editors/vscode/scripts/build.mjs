/** Bundles the extension, and puts the server beside it: `node scripts/build.mjs`. Needs the repository's dist/. */

import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL("..", import.meta.url));
const dist = path.resolve(here, "../../dist");
if (!existsSync(path.join(dist, "cli.js"))) throw new Error("There is no dist/; run npm run build in the repository.");

for (const folder of ["out", "server"]) {
  rmSync(path.join(here, folder), { recursive: true, force: true });
  mkdirSync(path.join(here, folder));
}
await build({
  absWorkingDir: here,
  entryPoints: ["src/extension.ts"],
  outfile: "out/extension.js",
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node22",
  external: ["vscode"],
  legalComments: "eof",
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: "warning",
});
for (const name of ["cli.js", "chunks", "LICENSES.txt"]) {
  cpSync(path.join(dist, name), path.join(here, "server", name), { recursive: true });
}
// The server is made of modules; the extension itself is not.
writeFileSync(path.join(here, "server/package.json"), '{ "type": "module" }\n');
