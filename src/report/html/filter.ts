/** Which KPIs a search shows, and how it is written in the address; runs in the page too. */

/** One KPI of the list, in the order of its rows. */
export interface IndexEntry {
  readonly status: string;
  readonly owner: string;
  /** Its goal and all goals above. */
  readonly goals: readonly string[];
  readonly goalTitle: string;
  readonly tags: readonly string[];
  readonly category: string;
  readonly title: string;
  /** The last day of its window. */
  readonly end: number | null;
  readonly pace: number | null;
  /** Everything that a search looks at, in lower case, a line for each. */
  readonly words: string;
}

export interface Filter {
  readonly q: string;
  readonly status: readonly string[];
  readonly owner: string;
  readonly goal: string;
  readonly tag: string;
  readonly category: string;
  readonly group: string;
  readonly sort: string;
}

export const NO_FILTER: Filter = {
  q: "",
  status: [],
  owner: "",
  goal: "",
  tag: "",
  category: "",
  group: "",
  sort: "",
};

const SINGLE = ["q", "owner", "goal", "tag", "category", "group", "sort"] as const;

/** The address of a filter, such as `kpis?status=missed,off-track&owner=@ana`; what is not set is left out. */
export function addressOf(filter: Filter): string {
  const parts: string[] = [];
  if (filter.status.length > 0) parts.push(`status=${filter.status.map(encode).join(",")}`);
  for (const key of SINGLE) if (filter[key] !== "") parts.push(`${key}=${encode(filter[key])}`);
  return parts.length === 0 ? "kpis" : `kpis?${parts.join("&")}`;
}

/** The filter of an address without its `#`; unknown parts are left out. */
export function filterOf(address: string): Filter {
  const at = address.indexOf("?");
  const values = new Map<string, string>();
  for (const part of at < 0 ? [] : address.slice(at + 1).split("&")) {
    const equals = part.indexOf("=");
    if (equals > 0) values.set(part.slice(0, equals), part.slice(equals + 1));
  }
  const one = (key: string): string => decode(values.get(key) ?? "");
  return {
    q: one("q"),
    status: (values.get("status") ?? "")
      .split(",")
      .filter((part) => part !== "")
      .map(decode),
    owner: one("owner"),
    goal: one("goal"),
    tag: one("tag"),
    category: one("category"),
    group: one("group"),
    sort: one("sort"),
  };
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("%40", "@").replaceAll("%3A", ":");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text; // an address that somebody cut in the middle of a character
  }
}

/** A test for entries; every word of the search must occur somewhere. */
export function matcher(filter: Filter): (entry: IndexEntry) => boolean {
  const words = filter.q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const statuses = new Set(filter.status);
  return (entry) => {
    if (statuses.size > 0 && !statuses.has(entry.status)) return false;
    if (filter.owner !== "" && entry.owner !== filter.owner) return false;
    if (filter.goal !== "" && !entry.goals.includes(filter.goal)) return false;
    if (filter.tag !== "" && !entry.tags.includes(filter.tag)) return false;
    if (filter.category !== "" && entry.category !== filter.category) return false;
    return words.every((word) => entry.words.includes(word));
  };
}

/** The order of rows; the list itself is worst first. */
export function comparer(sort: string): ((a: IndexEntry, b: IndexEntry) => number) | null {
  switch (sort) {
    case "title":
      return (a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);
    case "end":
      return (a, b) => (a.end ?? Number.MAX_SAFE_INTEGER) - (b.end ?? Number.MAX_SAFE_INTEGER);
    case "pace":
      return (a, b) => (a.pace ?? Number.MAX_SAFE_INTEGER) - (b.pace ?? Number.MAX_SAFE_INTEGER);
    default:
      return null;
  }
}

/** The heading under which an entry stands; null where rows are not grouped. */
export function groupOf(group: string, entry: IndexEntry): string | null {
  switch (group) {
    case "goal":
      return entry.goalTitle === "" ? "no goal" : entry.goalTitle;
    case "owner":
      return entry.owner === "" ? "no owner" : entry.owner;
    case "status":
      return entry.status.replaceAll("-", " ");
    case "category":
      return entry.category === "" ? "no category" : entry.category;
    default:
      return null;
  }
}
