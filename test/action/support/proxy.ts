/**
 * Stands between the Action and the emulated API: writes down each request, makes faults, takes `/api/v3` off, and
 * refuses everything that is meant for another host. It can also be used as an HTTP proxy (`HTTP_PROXY`).
 */

import * as http from "node:http";
import * as net from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { type Act, type Fault, Faults, type Match, Meeting, matches } from "./faults.ts";

/** A request, and what became of it. */
export interface Exchange {
  readonly method: string;
  /** With the query, without `/api/v3`. */
  readonly path: string;
  readonly prefix: "" | "/api/v3";
  /** Without the token. */
  readonly headers: Readonly<Record<string, string>>;
  readonly hasToken: boolean;
  readonly body: string;
  /** What the Action was told; null while it waits, or where the connection was broken. */
  status: number | null;
  /** What GitHub answered; null where it was not asked. */
  githubStatus: number | null;
  /** What a validating proxy behind this one found, as it wrote it. */
  violations: string | null;
}

/** A running proxy. */
export interface ApiProxy {
  /** The API as github.com has it: no prefix. */
  readonly url: string;
  /** The API as a GitHub Enterprise Server has it: with `/api/v3`. */
  readonly enterpriseUrl: string;
  /** All requests so far, oldest first. */
  readonly exchanges: readonly Exchange[];
  /** Hosts that somebody wanted to reach through this proxy and must not. */
  readonly strays: readonly string[];
  /** The requests that match, oldest first. */
  requests(match: Match): readonly Exchange[];
  fail(fault: Fault): void;
  /**
   * Holds requests back until `count` have come, or `patience` (5,000) milliseconds have passed: writes before GitHub
   * is asked, reads after it has answered, so that all of them meet the same state.
   */
  meet(match: Match, count: number, patience?: number): Meeting;
  /** Throws where a request was meant for another host. */
  stop(): Promise<void>;
}

/** What a proxy is made for. */
export interface ProxyOptions {
  /** Where requests go. */
  readonly to: string;
  /** Where `/graphql` goes, if not there too. */
  readonly graphql?: string;
  /** Hosts, such as `api.github.test`, that stand for this proxy when it is used as `HTTP_PROXY`. */
  readonly names?: readonly string[];
}

interface Got {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Starts a proxy on a free port of this machine. */
export async function startProxy({ to, graphql = to, names = [] }: ProxyOptions): Promise<ApiProxy> {
  const exchanges: Exchange[] = [];
  const strays: string[] = [];
  const meetings: Meeting[] = [];
  const faults = new Faults();
  const server = http.createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.writeHead(599).end(String(error));
    });
  });
  server.on("connect", (request: http.IncomingMessage, socket: net.Socket, head: Buffer) => {
    tunnel(request.url ?? "", socket, head);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const own = `127.0.0.1:${port}`;
  const url = `http://${own}`;

  return {
    url,
    enterpriseUrl: `${url}/api/v3`,
    exchanges,
    strays,
    requests: (match) => exchanges.filter(({ method, path }) => matches(match, method, path)),
    fail: (fault) => faults.add(fault),
    meet: (match, count, patience = 5000) => {
      const meeting = new Meeting(match, count, patience);
      meetings.push(meeting);
      return meeting;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (strays.length > 0) throw new Error(`Requests were meant for other hosts: ${strays.join(", ")}.`);
    },
  };

  async function serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? "/", `http://${request.headers.host}`);
    if (!isMine(asked.host)) {
      strays.push(asked.host);
      response.writeHead(403).end("This host is not to be reached from a test.\n");
      return;
    }
    const { path, prefix } = withoutPrefix(asked.pathname + asked.search);
    const exchange: Exchange = {
      method: request.method ?? "GET",
      path,
      prefix,
      headers: plainHeaders(request.headers),
      hasToken: request.headers.authorization !== undefined,
      body: (await bytes(request)).toString("utf8"),
      status: null,
      githubStatus: null,
      violations: null,
    };
    exchanges.push(exchange);
    const act = faults.take(exchange.method, path);
    if (!isRead(exchange)) await meet(exchange);
    await answer(exchange, act, request, response);
  }

  async function meet({ method, path }: Exchange): Promise<void> {
    for (const meeting of meetings) if (matches(meeting.match, method, path)) await meeting.arrive();
  }

  async function answer(
    exchange: Exchange,
    act: Act | undefined,
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    if (act?.kind === "wait") await wait(act.milliseconds);
    if (act?.kind === "answer")
      return reply(act.status, { ...act.headers, "content-type": "application/json" }, act.body);
    if (act?.kind === "break" && !act.isDone) return void request.socket.destroy();
    const api = `http://${request.headers.host}${exchange.prefix}`;
    const got = await forward(exchange, request.headers, api);
    exchange.githubStatus = got.status;
    exchange.violations = headerOf(got.headers, "sl-violations");
    if (isRead(exchange)) await meet(exchange);
    if (act?.kind === "break") return void request.socket.destroy();
    if (act?.kind === "lose") return reply(act.status, { "content-type": "text/html" }, "<h1>Bad Gateway</h1>");
    reply(got.status, got.headers, got.body);

    function reply(status: number, headers: http.OutgoingHttpHeaders, body: string | Buffer): void {
      exchange.status = status;
      response.writeHead(status, headers).end(body);
    }
  }

  function forward(exchange: Exchange, headers: http.IncomingHttpHeaders, api: string): Promise<Got> {
    const target = new URL(exchange.path === "/graphql" ? graphql : to);
    const sent = { ...headers, host: target.host, "accept-encoding": "identity", "x-api-url": api };
    return new Promise((resolve, reject) => {
      const outgoing = http.request(
        { host: target.hostname, port: target.port, path: exchange.path, method: exchange.method, headers: sent },
        (incoming) => {
          const status = incoming.statusCode ?? 0;
          bytes(incoming).then((body) => {
            // Hop-by-hop: the length is counted anew.
            const { "transfer-encoding": _, connection: __, ...kept } = incoming.headers;
            resolve({ status, headers: kept, body });
          }, reject);
        },
      );
      outgoing.on("error", reject).end(exchange.body);
    });
  }

  function isMine(host: string): boolean {
    return host === own || names.includes(host.replace(/:80$/, ""));
  }

  function tunnel(host: string, socket: net.Socket, head: Buffer): void {
    if (!isMine(host)) {
      strays.push(host);
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    const inner = net.connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      inner.write(head);
      inner.pipe(socket).pipe(inner);
    });
    inner.on("error", () => socket.destroy());
    socket.on("error", () => inner.destroy());
  }
}

function isRead({ method }: Exchange): boolean {
  return method === "GET";
}

/** GitHub Enterprise Server has the API at `/api/v3` and GraphQL at `/api/graphql`. */
function withoutPrefix(path: string): Pick<Exchange, "path" | "prefix"> {
  if (path.startsWith("/api/v3/")) return { path: path.slice("/api/v3".length), prefix: "/api/v3" };
  if (path === "/api/graphql") return { path: "/graphql", prefix: "/api/v3" };
  return { path, prefix: "" };
}

function plainHeaders(headers: http.IncomingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => name !== "authorization");
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

function headerOf(headers: http.IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return value === undefined ? null : String(value);
}

async function bytes(stream: http.IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
