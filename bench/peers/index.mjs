/** Every peer, quickest first. */

import * as fs from "node:fs";
import { inPackage } from "../lib/paths.mjs";
import { peer as ajvCli } from "./ajv-cli.mjs";
import { peer as emptyNode } from "./empty-node.mjs";
import { peer as floor } from "./floor.mjs";
import { peer as jsYaml } from "./js-yaml.mjs";
import { peer as sourcemeta, fastPeer as sourcemetaFast } from "./sourcemeta.mjs";
import { peer as spectral } from "./spectral.mjs";
import { peer as v8r } from "./v8r.mjs";
import { peer as yaml } from "./yaml.mjs";
import { peer as yamlLanguageServer } from "./yaml-language-server.mjs";

export const PEERS = Object.fromEntries(
  [emptyNode, floor, sourcemetaFast, sourcemeta, jsYaml, ajvCli, yaml, v8r, yamlLanguageServer, spectral].map(
    (peer) => [peer.name, peer],
  ),
);

/** The version of a peer that is installed under `bench/`; null where it is not, "" where nothing has to be. */
export function installedVersion(peer) {
  if (peer.package === null) return "";
  try {
    return JSON.parse(fs.readFileSync(inPackage(peer.package, "package.json"), "utf8")).version;
  } catch {
    return null; // not installed, or not readable: left out either way
  }
}
