/** How the product is called. */

import { capture, hasCrashed } from "./measure.mjs";
import { AS_OF } from "./unit.mjs";

const ARGUMENTS = { check: [], progress: [], diff: ["HEAD"], blame: ["kpi-0"] };

/** The contender that runs a command of the product on a corpus. */
export function productContender(productFile, command, corpus) {
  return {
    key: `${command}@${corpus.name}`,
    title: `kpi ${command}`,
    corpus: corpus.name,
    slow: false,
    okCodes: [0, 1],
    command: {
      file: process.execPath,
      args: [productFile, command, ...ARGUMENTS[command], "--as-of", AS_OF],
      cwd: corpus.root,
    },
  };
}

/** Whether the product has a command, or an option of one: `"progress"`, `"check --watch"`. */
export function hasCommand(productFile, wanted) {
  const [command, option] = wanted.split(" ");
  const { code, stdout } = capture({ file: process.execPath, args: [productFile, command, "--help"] });
  // An unknown command with --help may print the general help: the usage line has to name it.
  const names = new RegExp(`^usage:?.*\\b${command}\\b`, "im").test(stdout);
  return code === 0 && names && (option === undefined || stdout.includes(option));
}

/** The parsed JSON report of `check` on a corpus. */
export function checkReport(productFile, corpus) {
  const args = [productFile, "check", "--as-of", AS_OF, "--format", "json"];
  const { code, stdout, stderr } = capture({ file: process.execPath, args, cwd: corpus.root });
  if ((code !== 0 && code !== 1) || hasCrashed(stderr))
    throw new Error(`kpi check --format json on ${corpus.name} ended with ${code}: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout);
}

/** The product's version, or null where it does not tell. */
export function productVersion(productFile) {
  const { code, stdout } = capture({ file: process.execPath, args: [productFile, "--version"] });
  return code === 0 ? stdout.trim() : null;
}
