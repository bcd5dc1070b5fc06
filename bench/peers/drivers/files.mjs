/** What every driver does: find the files of a corpus and read them. */

import * as fs from "node:fs";
import * as path from "node:path";

/** The paths under a folder whose names end so, sorted by folder. */
export function filesUnder(folder, ending) {
  const found = [];
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...filesUnder(full, ending));
    else if (entry.name.endsWith(ending)) found.push(full);
  }
  return found;
}

/** Runs `use(text, file)` over every such file and prints how many there were. */
export function eachText(ending, use) {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error("Name the folder to read.");
  const files = filesUnder(folder, ending);
  for (const file of files) use(fs.readFileSync(file, "utf8"), file);
  process.stdout.write(`${files.length} files\n`);
}
