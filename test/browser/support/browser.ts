/** A real browser that opens reports from a folder, and writes down everything that it complains about. */

import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

export const CHROMIUM_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
] as const;

/** The browser's program; null where there is none. */
export const CHROMIUM: string | null =
  [process.env.KPI_CHROMIUM ?? "", ...CHROMIUM_PLACES].find((place) => place !== "" && existsSync(place)) ?? null;

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
}

/** A page with all that went wrong in it, and all that it asked for. */
export interface Watched {
  readonly page: Page;
  /** Console messages, errors and dialogs. */
  readonly complaints: string[];
  /** Addresses other than the file itself and data inside it. */
  readonly requests: string[];
  readonly go: (address: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a file in a context of its own; `go` changes what stands behind `#`. */
export async function watch(browser: Browser, file: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const address = request.url();
    if (address.split("#")[0] !== url && !address.startsWith("data:")) requests.push(address);
  });
  await page.goto(url);
  return {
    page,
    complaints,
    requests,
    go: async (address) => {
      await page.goto(`${url}#${address}`);
      await page.waitForFunction("document.querySelector('.view:not([hidden]) h2') !== null");
    },
    close: () => context.close(),
  };
}

/** The text of what is shown. */
export function shown(page: Page): Promise<string> {
  return page.locator(".view:visible").innerText();
}
