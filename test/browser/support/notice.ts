/** Says once why nothing is tested where there is no browser. */

import { CHROMIUM, CHROMIUM_PLACES } from "./browser.ts";

export function setup(): void {
  if (CHROMIUM !== null) return;
  const places = CHROMIUM_PLACES.join(", ");
  process.stderr.write(`No Chromium in ${places}, so the browser tests are skipped; set KPI_CHROMIUM to its path.\n`);
}
