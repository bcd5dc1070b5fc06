/** The list of KPIs: search, filters, order and groups, kept in the address. */

import { addressOf, comparer, type Filter, filterOf, groupOf, type IndexEntry, matcher, NO_FILTER } from "../filter.ts";
import { byId, dataIn } from "./dom.ts";

interface Row {
  readonly entry: IndexEntry;
  readonly element: HTMLElement;
}

const SELECTS = ["owner", "goal", "tag", "category", "group", "sort"] as const;

export class KpiList {
  readonly #onChange: (address: string) => void;
  readonly #form = byId<HTMLFormElement>("filters");
  readonly #list = byId("list");
  readonly #count = byId("count");
  readonly #nothing = byId("nothing");
  readonly #number = new Intl.NumberFormat(document.documentElement.dataset.locale, { numberingSystem: "latn" });
  readonly #rows: readonly Row[];
  #order = "";

  /** `onChange` is told the address of every filter that somebody chooses. */
  constructor(onChange: (address: string) => void) {
    this.#onChange = onChange;
    const entries = dataIn<IndexEntry[]>(byId("index")) ?? [];
    const elements = this.#list.querySelectorAll<HTMLElement>(".row");
    this.#rows = entries.flatMap((entry, i) => {
      const element = elements[i];
      return element === undefined ? [] : [{ entry, element }];
    });
    this.#form.addEventListener("input", () => this.#chosen(this.#read()));
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    byId("clear").addEventListener("click", () => this.#clear());
  }

  /** Shows what an address asks for. */
  show(address: string): void {
    const filter = filterOf(address);
    this.#fill(filter);
    this.#apply(filter);
  }

  #clear(): void {
    this.#fill(NO_FILTER);
    this.#chosen(NO_FILTER);
    byId("q").focus();
  }

  #chosen(filter: Filter): void {
    this.#apply(filter);
    this.#onChange(addressOf(filter));
  }

  #read(): Filter {
    const data = new FormData(this.#form);
    const one = (name: string): string => String(data.get(name) ?? "");
    return {
      q: one("q").trim(),
      status: data.getAll("status").map(String),
      owner: one("owner"),
      goal: one("goal"),
      tag: one("tag"),
      category: one("category"),
      group: one("group"),
      sort: one("sort"),
    };
  }

  #fill(filter: Filter): void {
    byId<HTMLInputElement>("q").value = filter.q;
    for (const box of this.#form.querySelectorAll<HTMLInputElement>('input[name="status"]')) {
      box.checked = filter.status.includes(box.value);
    }
    for (const name of SELECTS) {
      const select = this.#form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
      if (select !== null) select.value = filter[name];
    }
  }

  #apply(filter: Filter): void {
    const matches = matcher(filter);
    let shown = 0;
    for (const { entry, element } of this.#rows) {
      const isShown = matches(entry);
      if (isShown) shown++;
      if (element.hidden === isShown) element.hidden = !isShown;
    }
    this.#arrange(filter);
    for (const group of this.#list.querySelectorAll<HTMLElement>("[data-group]")) {
      const visible = group.querySelectorAll(".row:not([hidden])").length;
      group.hidden = visible === 0;
      const count = group.querySelector(".n");
      if (count !== null) count.textContent = String(visible);
    }
    this.#nothing.hidden = shown > 0;
    byId("clear").hidden = addressOf(filter) === addressOf(NO_FILTER);
    const all = this.#rows.length;
    const total = `${this.#number.format(all)} KPI${all === 1 ? "" : "s"}`;
    this.#count.textContent = shown === all ? total : `${this.#number.format(shown)} of ${total}`;
  }

  /** Moves rows only where order or groups differ from what stands there. */
  #arrange({ sort, group }: Filter): void {
    const order = `${sort}/${group}`;
    if (order === this.#order || (order === "/" && this.#order === "")) return;
    this.#order = order;
    const compare = comparer(sort);
    const rows = compare === null ? this.#rows : [...this.#rows].sort((a, b) => compare(a.entry, b.entry));
    const groups = new Map<string | null, HTMLElement[]>();
    for (const { entry, element } of rows) {
      const name = groupOf(group, entry);
      const elements = groups.get(name);
      if (elements === undefined) groups.set(name, [element]);
      else elements.push(element);
    }
    const names = [...groups.keys()];
    if (group !== "status") names.sort((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1));
    this.#list.replaceChildren(...names.map((name) => section(name, groups.get(name) ?? [])));
  }
}

function section(name: string | null, rows: readonly HTMLElement[]): HTMLElement {
  const list = document.createElement("ul");
  list.className = "rows";
  list.append(...rows);
  if (name === null) return list;
  const group = document.createElement("section");
  group.dataset.group = "";
  const heading = document.createElement("h3");
  const count = document.createElement("span");
  count.className = "n";
  heading.append(`${name} `, count);
  group.append(heading, list);
  return group;
}
