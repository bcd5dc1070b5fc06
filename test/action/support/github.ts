/** The whole of an emulated GitHub: the API with a memory, the proxy in front, and the check of shapes if wanted. */

import { type Emulator, type Seed, startEmulator } from "./emulator.ts";
import { type ApiProxy, type ProxyOptions, startProxy } from "./proxy.ts";
import { startShape, type Violation, violationsOf } from "./shape.ts";

/** A running GitHub. The Action is given the proxy's address. */
export interface GitHub {
  readonly emulator: Emulator;
  readonly proxy: ApiProxy;
  /** What requests and answers have that GitHub's description has not; empty without `shape`. */
  violations(): readonly Violation[];
  /** Stops everything; throws where a request was meant for another host. */
  stop(): Promise<void>;
}

/** What to start. */
export interface GitHubOptions extends Pick<ProxyOptions, "names"> {
  readonly seed?: Seed;
  /** Hold each request against GitHub's description: about a second and a half more. */
  readonly shape?: boolean;
}

/** Starts a GitHub of its own for one test. */
export async function startGitHub({ seed, shape = false, names }: GitHubOptions = {}): Promise<GitHub> {
  const emulator = await startEmulator(seed);
  const checked = shape ? await startShape(emulator.url) : undefined;
  const proxy = await startProxy({ to: checked?.url ?? emulator.url, graphql: emulator.url, names });
  return {
    emulator,
    proxy,
    violations: () => (shape ? violationsOf(proxy.exchanges) : []),
    stop: async () => {
      await emulator.stop();
      await checked?.stop();
      await proxy.stop();
    },
  };
}
