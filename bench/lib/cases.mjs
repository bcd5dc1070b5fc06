/** What is run against what. A case is one interleaved group; its contenders are keyed `who@corpus`. */

const ALL_PEERS = [
  "floor",
  "sourcemeta-fast",
  "sourcemeta",
  "js-yaml",
  "ajv-cli",
  "yaml",
  "v8r",
  "yaml-language-server",
  "spectral",
];

const product = (corpus, command = "check") => ({ product: command, corpus });
const peers = (names, corpus) => names.map((peer) => ({ peer, corpus }));

/**
 * Cases by name: `contenders` to be timed, `verify` the corpora whose findings are compared with what was planted,
 * `needs` a command of the product without which the case is "not built yet", `live` what is measured in its own way, instead of runs.
 */
export const CASES = {
  c1k: { contenders: [product("c1k"), ...peers(ALL_PEERS, "c1k")], verify: ["c1k"] },
  one: { contenders: [product("one"), ...peers(["empty-node"], "one")], verify: ["one"] },
  defects: { contenders: [product("c1k"), product("c1k-defects")], verify: ["c1k-defects"] },
  big: { contenders: [product("big"), product("big-defects")], verify: ["big", "big-defects"] },
  planted: { contenders: [], verify: ["planted"] },
  c10k: {
    contenders: [product("c1k"), product("c10k"), product("c10k1"), ...peers(["sourcemeta"], "c10k")],
    verify: ["c10k"],
  },
  progress: { contenders: [product("c1k"), product("c1k", "progress")], verify: [], needs: "progress" },
  diff: { contenders: [product("c1k-git"), product("c1k-git", "diff")], verify: [], needs: "diff" },
  blame: { contenders: [product("history", "blame")], verify: [], needs: "blame" },
  watch: { contenders: [], verify: [], needs: "check --watch", live: "watch" },
  lsp: { contenders: [], verify: [], needs: "lsp", live: "lsp" },
  hostile: { contenders: [], verify: [], live: "hostile" },
  "c10k-peers": {
    contenders: [product("c10k"), ...peers(["js-yaml", "v8r", "yaml-language-server", "spectral"], "c10k")],
    verify: [],
  },
};

export const CASE_NAMES = Object.keys(CASES);

/** Every case but the one that takes a quarter of an hour. */
export const DEFAULT_CASES = CASE_NAMES.filter((name) => name !== "c10k-peers");
