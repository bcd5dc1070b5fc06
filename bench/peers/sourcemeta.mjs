import * as path from "node:path";
import { inPackage } from "../lib/paths.mjs";

/** The program that the package's own launcher would start; called directly, so that no node start counts against it. */
function executable() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const processor = process.arch === "x64" ? "x86_64" : process.arch;
  const musl = system === "linux" && process.report.getReport().header.glibcVersionRuntime === undefined ? "-musl" : "";
  const name = `jsonschema-${system}-${processor}${musl}${system === "windows" ? ".exe" : ""}`;
  return inPackage("@sourcemeta/jsonschema", path.join("build", "github-releases", name));
}

const sourcemeta = (name, title, does, options) => ({
  name,
  title,
  package: "@sourcemeta/jsonschema",
  needsSchema: true,
  slow: false,
  does,
  leavesOut:
    "formats, links, rules, data; native C++, so it has no start-up to speak of. It reads YAML 1.2 by itself, by `--extension .yaml`",
  okCodes: [0, 2],
  command: (corpus, { schema }) => ({
    file: executable(),
    args: ["validate", schema, path.join(corpus.root, "kpis"), "--extension", ".yaml", ...options],
  }),
});

export const peer = sourcemeta(
  "sourcemeta",
  "@sourcemeta/jsonschema",
  "checks the shape in its default, exhaustive mode",
  [],
);

export const fastPeer = sourcemeta(
  "sourcemeta-fast",
  "@sourcemeta/jsonschema --fast",
  "says yes or no about the shape, with less to say about errors",
  ["--fast"],
);
