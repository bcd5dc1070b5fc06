import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Folder } from "../support/cli.ts";
import { CHROMIUM, launch, shown, type Watched, watch } from "./support/browser.ts";
import { exampleReport, hostileReport } from "./support/reports.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const VIEWS = ["overview", "goals", "kpis", "owners", "categories", "metrics", "quality"];
const PANELS = [
  "kpi/nps-2026",
  "kpi/revenue-2026",
  "kpi/hosting-cost-2026",
  "kpi/uptime-monthly",
  "kpi/help-articles-q4",
  "goal/happy-customers",
  "metric/longest-outage",
];
const DARK: BrowserContextOptions = { colorScheme: "dark" };
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 };

let browser: Browser;
let example: string;
let hostile: string;
const folder = new Folder();

beforeAll(async () => {
  if (CHROMIUM === null) return;
  browser = await launch();
  example = await exampleReport(folder);
  hostile = await hostileReport(folder);
});

afterAll(async () => {
  await browser?.close();
  folder.drop();
});

async function withPage<T>(file: string, options: BrowserContextOptions, act: (watched: Watched) => Promise<T>) {
  const watched = await watch(browser, file, options);
  try {
    return await act(watched);
  } finally {
    await watched.close();
  }
}

describe.skipIf(CHROMIUM === null)("every view and panel", () => {
  it.each([
    ["on a screen", {}],
    ["in the dark", DARK],
    ["on a phone", PHONE],
  ] as const)("shows without a complaint, and asks for nothing, %s", async (_, options) => {
    await withPage(example, options, async ({ page, complaints, requests, go }) => {
      for (const address of [...VIEWS, ...PANELS]) {
        await go(address);
        expect(await shown(page)).not.toMatch(/NaN|undefined|\[object/);
        const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
        expect([address, Math.max(0, overflow)]).toEqual([address, 0]);
      }
      expect(complaints).toEqual([]);
      expect(requests).toEqual([]);
    });
  });

  it.each([
    ["on a screen", {}],
    ["in the dark", DARK],
    ["on a phone", PHONE],
  ] as const)("is accessible as far as axe can tell, %s", async (_, options) => {
    await withPage(example, options, async ({ page, go }) => {
      await page.evaluate(AXE);
      for (const address of [...VIEWS, ...PANELS]) {
        await go(address);
        const found = await page.evaluate<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>(
          "axe.run(document, { resultTypes: ['violations'] })",
        );
        const bad = found.violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`);
        expect([address, ...bad]).toEqual([address]);
      }
    });
  });

  it("opens as the first one, and says so, where the address names none that is there", async () => {
    await withPage(example, {}, async ({ page, go, complaints }) => {
      const gone = page.locator("#gone");
      for (const [address, sentence] of [
        ["kpi/gone", "There is no KPI “gone” in this report, or no longer. Search the KPIs"],
        ["goal/gone", "There is no goal “gone” in this report, or no longer. See all goals"],
        ["nowhere", "There is no page “nowhere” in this report, or no longer. Search the KPIs"],
        ["kpi/%E4", "There is no KPI “%E4” in this report, or no longer. Search the KPIs"],
        ["%", "There is no page “%” in this report, or no longer. Search the KPIs"],
      ] as const) {
        await go(address);
        expect(await shown(page)).toContain("Needs attention");
        expect(await gone.innerText()).toBe(sentence);
      }
      await gone.getByRole("link").click();
      await page.locator("#filters").waitFor();
      expect(await gone.isVisible()).toBe(false);
      await go("");
      expect(await gone.isVisible()).toBe(false);
      expect(complaints).toEqual([]);
    });
  });
});

describe.skipIf(CHROMIUM === null)("tables", () => {
  it.each([360, 1366, 2200])("show all of their columns where titles are long, %d wide", async (width) => {
    await withPage(hostile, { viewport: { width, height: 800 } }, async ({ page, go }) => {
      for (const [view, last] of [
        ["quality", ".marks td:last-child .mk > :first-child"],
        ["metrics", ".metrics tbody .num"],
      ] as const) {
        await go(view);
        const { x, width: own } = await boxOf(page, `#${view} ${last}`);
        expect([view, x >= 0 && x + own <= width]).toEqual([view, true]);
        expect([
          view,
          await page.evaluate(`(() => {
          const { scrollWidth, clientWidth } = document.querySelector("#${view} .scroll");
          return scrollWidth - clientWidth;
        })()`),
        ]).toEqual([view, 0]);
      }
    });
  });
});

describe.skipIf(CHROMIUM === null)("charts", () => {
  it("read values by hover and by arrow keys, and zoom by keys, buttons and dragging", async () => {
    await withPage(example, {}, async ({ page, go, complaints }) => {
      await go("kpi/nps-2026");
      const readout = page.locator(".readout");
      expect(await readout.innerText()).toBe("Jun 30, 2026: 68 points, plan 68.45 (improvement)");
      await page.locator(".stage").focus();
      await page.keyboard.press("ArrowLeft");
      expect(await readout.innerText()).toMatch(/^Mar 31, 2026: 64 points, plan 65\.\d+$/);
      const before = await page.screenshot({ clip: await boxOf(page, ".stage") });
      await page.keyboard.press("+");
      await page.waitForTimeout(50);
      expect((await page.screenshot({ clip: await boxOf(page, ".stage") })).equals(before)).toBe(false);
      await page.getByRole("button", { name: "All" }).click();
      const box = await boxOf(page, ".u-over");
      await page.mouse.move(box.x + 2, box.y + box.height / 2);
      expect(await readout.innerText()).toBe("Mar 31, 2025: 57 points");
      const all = await page.screenshot({ clip: await boxOf(page, ".stage") });
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
      await page.mouse.up();
      await page.mouse.move(0, 0);
      await page.waitForTimeout(50);
      expect((await page.screenshot({ clip: await boxOf(page, ".stage") })).equals(all)).toBe(false);
      expect(complaints).toEqual([]);
    });
  });

  it("say of a total where it starts, which is no value", async () => {
    await withPage(example, {}, async ({ page, go }) => {
      await go("kpi/complaints-2026");
      await page.locator(".stage").first().focus();
      for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowLeft");
      expect(await page.locator(".readout").first().innerText()).toBe("Dec 31, 2025: 0 complaints, plan 0 (start)");
      await page.locator("summary").first().click();
      const days = await page.locator(".values").first().locator("tbody td:first-child").allInnerTexts();
      expect([days.length, days.at(-1)]).toEqual([7, "Jan 31, 2026"]);
    });
  });

  it("are drawn anew where the width changes", async () => {
    await withPage(example, {}, async ({ page, go }) => {
      await go("kpi/nps-2026");
      await page.setViewportSize({ width: 700, height: 800 });
      await expect.poll(async () => (await boxOf(page, ".stage canvas")).width).toBeLessThan(660);
    });
  });

  it("are still on paper, and nothing to press is printed", async () => {
    await withPage(example, {}, async ({ page, go }) => {
      await go("kpi/nps-2026");
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".plot.paper").isVisible()).toBe(true);
      for (const part of [".stage", ".tabs", ".zoom", ".values", ".skip"]) {
        expect([part, await page.locator(part).first().isVisible()]).toEqual([part, false]);
      }
      expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
    });
  });
});

describe.skipIf(CHROMIUM === null)("without JavaScript", () => {
  it("everything stands on the page, and links lead there", async () => {
    await withPage(example, { javaScriptEnabled: false }, async ({ page, complaints }) => {
      const text = await page.locator("main").innerText();
      for (const part of ["Needs attention", "Net Promoter Score of 75", "held in 10 of 11 months", "▽ eased"]) {
        expect(text).toContain(part);
      }
      expect(await page.locator(".filters").isVisible()).toBe(false);
      await page.locator("#overview a[href='#kpi/nps-2026']").first().click();
      expect(await page.locator("[id='kpi/nps-2026'] h2").boundingBox()).toMatchObject({ y: expect.any(Number) });
      expect(complaints).toEqual([]);
    });
  });
});

describe.skipIf(CHROMIUM === null)("people who want less motion", () => {
  it("get none", async () => {
    for (const [wish, expected] of [
      ["reduce", "0s"],
      ["no-preference", "0.12s, 0.12s"],
    ] as const) {
      await withPage(example, { reducedMotion: wish }, async ({ page }) => {
        const style = "getComputedStyle(document.querySelector('.tile')).transitionDuration";
        expect(await page.evaluate(style)).toBe(expected);
      });
    }
  });
});

describe.skipIf(CHROMIUM === null)("hostile texts", () => {
  it.each([["with JavaScript", true] as const, ["without", false] as const])(
    "stay text %s",
    async (_, javaScriptEnabled) => {
      await withPage(hostile, { javaScriptEnabled }, async ({ page, go, complaints, requests }) => {
        for (const address of javaScriptEnabled ? [...VIEWS, "kpi/k", "goal/g", "metric/m"] : [""]) {
          if (javaScriptEnabled) await go(address);
          expect(await page.locator("main").innerText()).toContain("<img src=x onerror=alert(1)>");
          expect(await page.locator("main img, main script:not([type])").count()).toBe(0);
        }
        expect(complaints).toEqual([]);
        expect(requests).toEqual([]);
      });
    },
  );
});

async function boxOf(page: Watched["page"], selector: string) {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not shown.`);
  return box;
}
