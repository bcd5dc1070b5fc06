/** What can go wrong between the Action and GitHub, and for which requests. */

/** Which requests are meant; the path is the one without `/api/v3`, with its query. */
export interface Match {
  readonly method?: string;
  readonly path?: RegExp;
}

/** What happens to a request. Statuses and headers are what the Action sees. */
export type Act =
  /** GitHub never sees the request. */
  | { readonly kind: "answer"; readonly status: number; readonly headers: AnswerHeaders; readonly body: string }
  /** GitHub does what it is asked, and the answer is lost. */
  | { readonly kind: "lose"; readonly status: number }
  /** The connection breaks, before or after GitHub has done what it is asked. */
  | { readonly kind: "break"; readonly isDone: boolean }
  /** The request waits before it goes on. */
  | { readonly kind: "wait"; readonly milliseconds: number };

/** Headers of an answer. */
export type AnswerHeaders = Readonly<Record<string, string>>;

/** A fault: for the first matching request, or for `times` of them from the `nth` (1) on. */
export interface Fault extends Match {
  readonly nth?: number;
  readonly times?: number;
  readonly act: Act;
}

const DOCS = "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api";

/** The request is done, and a gateway answers 502 (or another status) all the same. */
export function lostAnswer(status = 502): Act {
  return { kind: "lose", status };
}

/** A 5xx before anything is done; with `times: Number.POSITIVE_INFINITY` a storm. */
export function serverError(status = 503): Act {
  return answer(status, {}, "Service Unavailable");
}

/** The secondary rate limit: 403 with `retry-after` in seconds. */
export function secondaryRateLimit(retryAfter = 60): Act {
  const message = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
  return answer(403, { "retry-after": String(retryAfter) }, message);
}

/** The hourly rate limit: 403, nothing remaining until `reset` (seconds since 1970). */
export function primaryRateLimit(reset: number): Act {
  const headers = { "x-ratelimit-limit": "1000", "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(reset) };
  return answer(403, headers, "API rate limit exceeded for installation.");
}

/** The connection breaks: before the request is done, or after it. */
export function brokenConnection(when: "before" | "after"): Act {
  return { kind: "break", isDone: when === "after" };
}

/** The answer comes later. */
export function delay(milliseconds: number): Act {
  return { kind: "wait", milliseconds };
}

/** Any other answer, such as a 403 for a member who was taken out. */
export function answer(status: number, headers: AnswerHeaders, message: string): Act {
  const body = JSON.stringify({ message, documentation_url: DOCS, status: String(status) });
  return { kind: "answer", status, headers, body };
}

/** Whether a request is meant. */
export function matches(match: Match, method: string, path: string): boolean {
  return (match.method === undefined || match.method === method) && (match.path?.test(path) ?? true);
}

/** Gives each request the fault that is waiting for it. */
export class Faults {
  readonly #waiting: { readonly fault: Fault; seen: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, seen: 0 });
  }

  /** The first fault that is meant for this request; every matching one counts it. */
  take(method: string, path: string): Act | undefined {
    let found: Act | undefined;
    for (const one of this.#waiting) {
      if (!matches(one.fault, method, path)) continue;
      one.seen++;
      const first = one.fault.nth ?? 1;
      const isNow = one.seen >= first && one.seen < first + (one.fault.times ?? 1);
      if (isNow) found ??= one.fault.act;
    }
    return found;
  }
}

/** Holds matching requests back until there are `count` of them. */
export class Meeting {
  readonly match: Match;
  readonly #count: number;
  #arrived = 0;
  #open: () => void = () => {};
  readonly #gate: Promise<void>;

  /** Opens after `patience` milliseconds in any case. */
  constructor(match: Match, count: number, patience: number) {
    this.match = match;
    this.#count = count;
    this.#gate = new Promise((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.#open = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Whether all of them have met. */
  get hasMet(): boolean {
    return this.#arrived >= this.#count;
  }

  /** Lets go who has come. */
  end(): void {
    this.#open();
  }

  async arrive(): Promise<void> {
    this.#arrived++;
    if (this.hasMet) this.#open();
    await this.#gate;
  }
}
