/** Where things are. */

import * as path from "node:path";
import { fileURLToPath } from "node:url";

export const BENCH_SOURCE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
export const REPOSITORY = path.dirname(BENCH_SOURCE);

/** Everything that the benchmark makes; ignored by git. */
export const BENCH_FOLDER = path.join(REPOSITORY, ".bench");
export const CORPORA_FOLDER = path.join(BENCH_FOLDER, "corpora");
export const SCRATCH_FOLDER = path.join(BENCH_FOLDER, "scratch");
export const PUBLISHED_SCHEMA = path.join(REPOSITORY, "schemas", "v1", "kpi.schema.json");
export const PRODUCT = path.join(REPOSITORY, "dist", "cli.js");

/** A script of `peers/drivers`. */
export const driver = (name) => path.join(BENCH_SOURCE, "peers", "drivers", `${name}.mjs`);

/** A file inside an installed peer. */
export const inPackage = (name, file) => path.join(BENCH_SOURCE, "node_modules", name, file);
