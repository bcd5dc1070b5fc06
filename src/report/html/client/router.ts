/** One view at a time, by the address behind `#`. */

import { byId } from "./dom.ts";

interface Handlers {
  /** The list of KPIs is shown; the address says how it is filtered. */
  readonly onList: (address: string) => void;
  /** A panel was put into the page. */
  readonly onPanel: (panel: HTMLElement) => void;
}

const FIRST = "overview";
/** What a panel shows one of, and the view that lists all. */
const KINDS: Readonly<Record<string, { readonly word: string; readonly tab: string }>> = {
  goal: { word: "goal", tab: "goals" },
  kpi: { word: "KPI", tab: "kpis" },
  metric: { word: "metric", tab: "metrics" },
};

export class Router {
  readonly #handlers: Handlers;
  readonly #views: readonly HTMLElement[];
  readonly #panel = byId("panel");
  readonly #gone = byId("gone");
  readonly #title = document.title;
  /** How far each address was scrolled when it was left. */
  readonly #scrolled = new Map<string, number>();
  #shown = "";
  /** Whether the next address is that of a link, and not one that somebody comes back to. */
  #isLink = false;

  constructor(handlers: Handlers) {
    this.#handlers = handlers;
    this.#views = [...document.querySelectorAll<HTMLElement>(".view")];
  }

  start(): void {
    history.scrollRestoration = "manual";
    addEventListener("hashchange", () => this.#go(false));
    document.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("a[href^='#']") !== null) this.#isLink = true;
    });
    this.#go(true);
  }

  /** Another address for what is shown already. */
  replace(address: string): void {
    this.#shown = address;
    history.replaceState(null, "", `#${address}`);
  }

  #go(isFirst: boolean): void {
    const address = location.hash.slice(1);
    if (address === "main") return; // the skip link
    if (!isFirst) this.#scrolled.set(this.#shown, scrollY);
    const isLink = this.#isLink;
    this.#isLink = false;
    const view = this.#show(address);
    this.#shown = address;
    this.#markTab(view.id === "panel" ? (KINDS[address.split("/", 1)[0] ?? ""]?.tab ?? "") : view.id);
    const heading = view.querySelector("h2");
    document.title = view.id === FIRST ? this.#title : `${heading?.textContent ?? ""} · ${this.#title}`;
    scrollTo(0, isLink ? 0 : (this.#scrolled.get(address) ?? 0));
    if (!isFirst) heading?.focus({ preventScroll: true });
  }

  #show(address: string): HTMLElement {
    const [path = ""] = address.split("?", 1);
    const panel = path.includes("/") ? document.querySelector(`noscript[data-p="${CSS.escape(path)}"]`) : null;
    let shown = this.#views.find((view) => view.id === path && view !== this.#panel);
    if (panel !== null) {
      // What readers without JavaScript see as it is, written by the same hand.
      this.#panel.innerHTML = panel.textContent ?? "";
      shown = this.#panel;
    }
    this.#gone.hidden = shown !== undefined || path === "";
    if (!this.#gone.hidden) this.#gone.replaceChildren(...goneWords(path));
    shown ??= byId(FIRST);
    unfold(shown);
    for (const view of this.#views) view.hidden = view !== shown;
    if (shown === this.#panel) this.#handlers.onPanel(this.#panel);
    else this.#panel.replaceChildren();
    if (shown.id === "kpis") this.#handlers.onList(address);
    return shown;
  }

  #markTab(id: string): void {
    for (const tab of document.querySelectorAll<HTMLAnchorElement>(".tabs a")) {
      if (tab.hash === `#${id}`) {
        tab.setAttribute("aria-current", "page");
        reveal(tab);
      } else tab.removeAttribute("aria-current");
    }
  }
}

/** That nothing stands at an address, and where to look for what did. */
function goneWords(path: string): readonly (string | Node)[] {
  const [kind = "", id = ""] = path.split("/", 2);
  const { word = "page", tab = "kpis" } = KINDS[kind] ?? {};
  const link = document.createElement("a");
  link.href = `#${tab}`;
  link.textContent = tab === "kpis" ? "Search the KPIs" : `See all ${tab}`;
  return [`There is no ${word} “${word === "page" ? path : id}” in this report, or no longer. `, link];
}

/** Scrolls a row of tabs so far that one of them is seen; the page itself, and where Tab goes next, stay. */
function reveal(tab: HTMLElement): void {
  const row = tab.parentElement;
  if (row === null) return;
  const [own, around] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  if (own.left < around.left) row.scrollLeft += own.left - around.left;
  else if (own.right > around.right) row.scrollLeft += own.right - around.right;
}

/** Puts what a view holds for readers without JavaScript into the page, once. */
function unfold(view: HTMLElement): void {
  const held = view.querySelector(":scope > noscript");
  if (held === null) return;
  const template = document.createElement("template");
  template.innerHTML = held.textContent ?? "";
  held.replaceWith(template.content);
}
