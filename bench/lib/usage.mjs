/** What a user got wrong on the command line. */
export class UsageError extends Error {}

/** Runs `main` and sets the exit status: its result, 2 with one sentence for wrong usage, otherwise the error as it is. */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    const wrongUsage = error instanceof UsageError || String(error.code).startsWith("ERR_PARSE_ARGS");
    if (!wrongUsage) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
