/**
 * What GitHub does and the emulator does not. The emulator's process puts this around each request:
 * - an unknown token is 401 "Bad credentials" (the emulator takes it for its first user);
 * - `GET /user` with an installation's token is 403 (the emulator answers with the account);
 * - `POST /graphql` answers `viewer` (the emulator has no GraphQL);
 * - a comment of more than 65,536 characters is 422;
 * - who may not see a private repository is told 404, who may not write "Resource not accessible by integration".
 */

/** Whom a token belongs to. */
export interface Caller {
  readonly login: string;
  /** The login that an installation's comments have; nobody's token has none. */
  readonly bot?: string;
}

/** A request as the rules look at it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** The token that was sent; none is empty. */
  readonly token: string;
  readonly caller: Caller | undefined;
}

/** An answer in JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const DOCS = "https://docs.github.com/rest";
const LONGEST_COMMENT = 65_536;
const COMMENT = /^\/repos\/[^/]+\/[^/]+\/issues\/(comments\/\d+|\d+\/comments)$/;

/** The answer to requests that never reach the emulator; undefined for all others. */
export function answerOfGitHub(asked: Asked): Answer | undefined {
  const { method, path, token, caller } = asked;
  if (token !== "" && caller === undefined) return refusal(401, "Bad credentials");
  if (method === "POST" && path === "/graphql") return viewer(asked);
  if (path === "/user" && caller?.bot !== undefined) return refusal(403, "Resource not accessible by integration");
  if ((method === "POST" || method === "PATCH") && COMMENT.test(path) && isTooLong(asked.body)) {
    const message = "Body is too long (maximum is 65536 characters)";
    const errors = [{ resource: "IssueComment", code: "unprocessable", field: "data", message }];
    return { status: 422, body: { message: "Validation Failed", errors, documentation_url: DOCS, status: "422" } };
  }
  return undefined;
}

/** What the emulator refuses, in GitHub's words. */
export function refusalOfGitHub(asked: Asked, status: number, message: string): Answer {
  const { method, caller } = asked;
  const isHidden = method === "GET" && (status === 401 || status === 403) && asked.path.startsWith("/repos/");
  if (isHidden) return refusal(404, "Not Found");
  if (status === 403 && caller?.bot !== undefined) return refusal(403, "Resource not accessible by integration");
  return refusal(status, message);
}

function refusal(status: number, message: string): Answer {
  return { status, body: { message, documentation_url: DOCS, status: String(status) } };
}

function isTooLong(body: string): boolean {
  const parsed = parse(body);
  return typeof parsed?.body === "string" && [...parsed.body].length > LONGEST_COMMENT;
}

function viewer({ body, caller }: Asked): Answer {
  if (caller === undefined) return refusal(401, "Requires authentication");
  const query = parse(body)?.query;
  const fields = typeof query === "string" ? /\{\s*viewer\s*\{([\w\s,]*)\}\s*\}/.exec(query)?.[1] : undefined;
  if (fields === undefined) {
    return { status: 200, body: { data: null, errors: [{ message: "Only viewer is emulated" }] } };
  }
  const known: Record<string, unknown> = {
    __typename: caller.bot === undefined ? "User" : "Bot",
    login: caller.bot ?? caller.login,
    databaseId: 1,
    id: "U_1",
  };
  const names = fields.split(/[\s,]+/).filter((name) => name !== "");
  return { status: 200, body: { data: { viewer: Object.fromEntries(names.map((n) => [n, known[n] ?? null])) } } };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
