/** Failures that a person can mend: one clear sentence and exit status 2, never a stack. */

/** A flag, a path or an argument that cannot be used. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const EXIT = { clean: 0, findings: 1, usage: 2, bug: 3, interrupted: 130 } as const;

/** A config that cannot be used. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
