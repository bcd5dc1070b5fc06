/** A workspace on disk as the version that commits are compared with. */

import type { ReadData } from "../workspace/data.ts";
import type { Opened } from "./open.ts";
import type { HeadVersion } from "./version.ts";

/** What was opened; `readData` is what it was opened with, and gives the same object for a file each time. */
export function headVersion(opened: Opened, readData: ReadData): HeadVersion {
  const { root, config, configFile, configSource, texts, contributions } = opened;
  const files = [...contributions.keys()];
  return { root, config, configFile, configSource, files, texts, contributions, readData };
}
