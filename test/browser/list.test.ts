import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Folder } from "../support/cli.ts";
import { CHROMIUM, launch, shown, type Watched, watch } from "./support/browser.ts";
import { exampleReport, largeReport } from "./support/reports.ts";

const KPIS = 1000;

let browser: Browser;
let example: string;
let large: string;
let single: string;
const folder = new Folder();

beforeAll(async () => {
  if (CHROMIUM === null) return;
  browser = await launch();
  example = await exampleReport(folder);
  large = await largeReport(folder, KPIS);
  single = await largeReport(folder, 1);
});

afterAll(async () => {
  await browser?.close();
  folder.drop();
});

async function withPage<T>(file: string, act: (watched: Watched) => Promise<T>) {
  const watched = await watch(browser, file);
  try {
    return await act(watched);
  } finally {
    await watched.close();
  }
}

const hash = (page: Watched["page"]): Promise<string> => page.evaluate("decodeURIComponent(location.hash)");
const titles = (page: Watched["page"]): Promise<string[]> =>
  page.locator("#list .row:not([hidden]) .c-ti a").allInnerTexts();

describe.skipIf(CHROMIUM === null)("the list of KPIs", () => {
  it("is searched and filtered, and keeps that in the address", async () => {
    await withPage(example, async ({ page, go, complaints }) => {
      await go("kpis");
      expect(await page.locator("#count").innerText()).toBe("20 KPIs");
      await page.getByRole("searchbox").fill("CLINICS north");
      expect(await titles(page)).toEqual(["Win 56 new clinics in the north in Q3 2026"]);
      expect(await page.locator("#count").innerText()).toBe("1 of 20 KPIs");
      expect(await hash(page)).toBe("#kpis?q=CLINICS north");
      await page.getByRole("button", { name: "Clear filters" }).click();
      expect(await hash(page)).toBe("#kpis");
      await page.getByRole("checkbox", { name: "off track" }).check();
      await page.getByRole("checkbox", { name: "missed" }).check();
      await page.locator("#f-goal").selectOption("strong-team");
      expect(await titles(page)).toEqual(["New colleagues work on their own after 35 days in H1 2026"]);
      expect(await hash(page)).toBe("#kpis?status=missed,off-track&goal=strong-team");
      await page.reload();
      expect(await titles(page)).toHaveLength(1);
      expect(await page.getByRole("checkbox", { name: "missed" }).isChecked()).toBe(true);
      await page.locator("#f-owner").selectOption("@ana");
      expect(await page.locator("#nothing").isVisible()).toBe(true);
      expect(complaints).toEqual([]);
    });
  });

  it("finds a goal's KPIs among those of the goals below it", async () => {
    await withPage(example, async ({ page, go }) => {
      await go("kpis?goal=happy-customers&tag=");
      expect(await titles(page)).toContain("Booking page available at least 99.9% of every month");
    });
  });

  it("is sorted and grouped", async () => {
    await withPage(example, async ({ page, go }) => {
      await go("kpis?group=owner&sort=title");
      const headings = await page.locator("#list h3:visible").allInnerTexts();
      expect(headings.slice(0, 3)).toEqual(["@ana 2", "@ben 2", "@ceo 2"]);
      await page.locator("#f-group").selectOption("");
      const sorted = await titles(page);
      expect(sorted).toEqual([...sorted].sort());
      await page.locator("#f-sort").selectOption("");
      expect((await titles(page))[0]).toBe("New colleagues work on their own after 35 days in H1 2026");
    });
  });

  it("is as it was left when one comes back from a KPI", async () => {
    await withPage(example, async ({ page, go }) => {
      await go("kpis?owner=@ben");
      await page.locator("#list .row:not([hidden]) a").first().click();
      expect(await shown(page)).toContain("Win 96 new clinics in Q3 2026");
      await page.goBack();
      await expect.poll(() => page.locator("#count").innerText()).toBe("2 of 20 KPIs");
      expect(await page.locator("#f-owner").inputValue()).toBe("@ben");
    });
  });

  it("is reached from counts, owners and categories", async () => {
    await withPage(example, async ({ page, go }) => {
      await page.locator(".tile", { hasText: "at risk" }).click();
      await expect.poll(() => page.locator("#count").innerText()).toBe("4 of 20 KPIs");
      await go("owners");
      await page.getByRole("link", { name: "KPIs of people@example.com as a list" }).click();
      await expect.poll(() => page.locator("#count").innerText()).toBe("2 of 20 KPIs");
    });
  });
});

describe.skipIf(CHROMIUM === null)("a list of one KPI", () => {
  it("is counted as one", async () => {
    await withPage(single, async ({ page, go }) => {
      await go("kpis");
      expect(await page.locator("#count").innerText()).toBe("1 KPI");
    });
  });
});

describe.skipIf(CHROMIUM === null)("the keyboard", () => {
  it.each(["overview", "kpis", "kpi/nps-2026", "metrics"])("reaches everything on %s", async (address) => {
    await withPage(example, async ({ page, go }) => {
      await go(address);
      await page.evaluate("document.activeElement.blur(); scrollTo(0, 0)");
      const wanted = await page.evaluate<number>(`(() => {
        const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")];
        const seen = all.filter((element) => element.checkVisibility({ contentVisibilityAuto: false }));
        for (const element of seen) element.dataset.wanted = "";
        return seen.length;
      })()`);
      expect(wanted).toBeGreaterThan(10);
      for (let i = 0; i < wanted + 5; i++) {
        await page.keyboard.press("Tab");
        await page.evaluate("delete document.activeElement.dataset.wanted");
      }
      const missed = "[...document.querySelectorAll('[data-wanted]')].map((one) => one.outerHTML.slice(0, 90))";
      expect(await page.evaluate(missed)).toEqual([]);
    });
  });

  it("opens a KPI, lands on its title, and skips what every page repeats", async () => {
    await withPage(example, async ({ page }) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("To the content");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.className")).toBe("tile");
      await page.locator(".c-ti a").first().focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => page.evaluate("document.activeElement.tagName")).toBe("H2");
      expect(await page.title()).toBe("New colleagues work on their own after 35 days in H1 2026 · Example");
    });
  });
});

describe.skipIf(CHROMIUM === null)(`${KPIS} KPIs`, () => {
  it("cost little until they are looked at", async () => {
    await withPage(large, async ({ page, go, complaints, requests }) => {
      expect(await page.evaluate<number>("document.querySelectorAll('*').length")).toBeLessThan(6000);
      await go("kpis");
      expect(await page.locator("#count").innerText()).toBe("1,000 KPIs");
      await page.getByRole("searchbox").fill("number 77");
      const found = Array.from({ length: KPIS }, (_, i) => i).filter((i) => String(i).includes("77"));
      expect(await titles(page)).toHaveLength(found.length);
      await page.locator("#f-tag").selectOption("tag-5");
      expect(await titles(page)).toHaveLength(found.filter((i) => i % 9 === 5).length);
      await go("kpi/k-777");
      expect(await shown(page)).toContain("Raise metric number 777 to 60 in 2026");
      expect(await page.locator(".stage canvas").count()).toBe(1);
      expect(complaints).toEqual([]);
      expect(requests).toEqual([]);
    });
  });
});
