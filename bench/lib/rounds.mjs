/** Interleaved runs: A B C A B C …, so that a slow minute of the machine meets every contender. */

import { hasCrashed, measure, median } from "./measure.mjs";

function summaryOf(contender, samples) {
  const seconds = samples.map((sample) => sample.seconds);
  const memory = samples.map((sample) => sample.megabytes).filter((value) => value !== null);
  return {
    key: contender.key,
    title: contender.title,
    corpus: contender.corpus,
    runs: samples.length,
    median: median(seconds),
    min: Math.min(...seconds),
    max: Math.max(...seconds),
    megabytes: memory.length === 0 ? null : Math.max(...memory),
    code: samples[0].code,
    seconds,
  };
}

/**
 * Runs every contender (`{key, title, corpus, command, okCodes, slow}`) up to `runs` times, slow ones `slowRuns` times.
 *
 * Returns summaries by key (seconds; megabytes at the peak) and the failures; whoever fails is not run again.
 */
export async function runRounds(name, contenders, { runs, slowRuns, log }) {
  const samples = new Map(contenders.map((contender) => [contender.key, []]));
  const failures = new Map();
  const once = async (contender, label) => {
    const sample = await measure(contender.command);
    const { code, seconds, complaint } = sample;
    log(`${name}  ${label}  ${contender.key}  ${seconds.toFixed(2)} s`);
    if (contender.okCodes.includes(code) && !hasCrashed(complaint)) return sample;
    failures.set(contender.key, { key: contender.key, code, complaint });
    return null;
  };
  for (const contender of contenders) if (!contender.slow) await once(contender, "warm-up");
  for (let round = 0; round < runs; round++) {
    for (const contender of contenders) {
      if (failures.has(contender.key) || (contender.slow && round >= slowRuns)) continue;
      const sample = await once(contender, `${round + 1}/${contender.slow ? slowRuns : runs}`);
      if (sample !== null) samples.get(contender.key).push(sample);
    }
  }
  const summaries = contenders
    .filter((contender) => !failures.has(contender.key))
    .map((contender) => [contender.key, summaryOf(contender, samples.get(contender.key))]);
  return { summaries: new Map(summaries), failures: [...failures.values()] };
}
