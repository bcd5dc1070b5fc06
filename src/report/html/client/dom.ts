/** Finding elements that the page is known to have. */

/** The element of an id; a page without it was written by another version. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element as E;
}

/** The data that a page carries for its script; null where there are none. */
export function dataIn<T>(element: Element): T | null {
  const script = element.querySelector('script[type="application/json"]');
  return script === null ? null : (JSON.parse(script.textContent ?? "null") as T);
}
