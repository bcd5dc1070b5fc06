/** Why something could not be written. */

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you may not write there",
  EDQUOT: "the disk is full",
  EEXIST: "a file stands where its folder should be",
  EISDIR: "it is a folder; name a file in it",
  ENOENT: "there is no such folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "a file stands where its folder should be",
  EPERM: "you may not write there",
  EROFS: "the disk can only be read",
};

/** A failure of the file system in words that name no file: the one that failed may be a temporary one of our own. */
export class WriteFailure extends Error {
  readonly code: string;

  constructor(error: Error, code: string) {
    super(REASONS[code] ?? error.message.replace(/^E\w+: /, "").replace(/, \w+(?: '.*)?$/s, ""), { cause: error });
    this.code = code;
  }
}

/** The failure in plain words; anything else, such as a mistake of ours, as it is. */
export function writeFailure(error: unknown): unknown {
  if (error instanceof WriteFailure || !(error instanceof Error) || !("code" in error)) return error;
  return new WriteFailure(error, String(error.code));
}
