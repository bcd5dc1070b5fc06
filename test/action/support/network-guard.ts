/** Loaded into the Action before its own code: no connection but to the hosts in HARNESS_HOSTS. */

import { appendFileSync } from "node:fs";
import * as net from "node:net";

const allowed = new Set((process.env.HARNESS_HOSTS ?? "").split(","));
const record = process.env.HARNESS_STRAYS ?? "";
const connect = net.Socket.prototype.connect;

interface Target {
  readonly host?: string;
  readonly port?: number | string;
  readonly path?: string;
}

net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
  const { host = "localhost", port, path } = targetOf(args);
  const target = path ?? `${host}:${port}`;
  if (!allowed.has(target)) {
    appendFileSync(record, `${target}\n`);
    throw new Error(`A connection to ${target} is not to be made from a test.`);
  }
  return Reflect.apply(connect, this, args);
};

/** node calls this with options, with a port and a host, or with both in an array of its own. */
function targetOf(args: readonly unknown[]): Target {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === "object" && first !== null) return first;
  return { port: Number(first), host: typeof second === "string" ? second : undefined };
}
