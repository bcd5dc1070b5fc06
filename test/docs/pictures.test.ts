/** The pictures of docs/progress.md: drawn from the product, readable by everybody, and named by the page as they are. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { blocksOf } from "../../scripts/docs/blocks.ts";
import { drawnPictures, progressPictures } from "../../scripts/generate-progress-pictures.ts";
import { EDITS } from "../../scripts/pictures/attribution.ts";
import { companyFiles, ROOMS, workspaceOf } from "../../scripts/pictures/company.ts";
import { WIDTH } from "../../scripts/pictures/ink.ts";
import { progressOf } from "../../src/progress/progress.ts";
import { STATUSES } from "../../src/progress/status.ts";
import { bare, measured, paceText, share } from "../../src/report/progress/figures.ts";
import { textWidth } from "../../src/report/svg/text-width.ts";
import { dayOf } from "../../src/workspace/day.ts";
import { type Element, readXml } from "../report/xml.ts";
import { ROOT } from "../support/cli.ts";

const FOLDER = path.join(ROOT, "docs/pictures");
const page = readFileSync(path.join(ROOT, "docs/progress.md"), "utf8");
const drawn = await drawnPictures();
const files = await progressPictures();
const pictures = drawn.map((picture, i) => {
  const text = files[i]?.text ?? "";
  return { ...picture, text, root: readXml(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`) };
});
const embedded = [...page.matchAll(/^!\[(.*)\]\((.*)\)$/gm)].map(([, alt = "", target = ""]) => ({ alt, target }));

/** Widths of a wide system font as shares of the product's cautious guess. */
const REGULAR = 0.92;
const BOLD = 1.04;

/** An element and all below it. */
function all(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(all)];
}

/** What is drawn as text, a line each. */
function textsOf(root: Element): readonly string[] {
  return all(root)
    .filter(({ name }) => name === "text")
    .map(({ text }) => text);
}

/** What the page says around a picture: its section without pictures and code blocks. */
function sectionOf(target: string): string {
  const section = page.split(/^#{2,3} /m).find((part) => part.includes(`](${target})`)) ?? "";
  return section.replace(/^!\[.*$/gm, "").replace(/^```[\s\S]*?^```$/gm, "");
}

const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

describe("the page", () => {
  it("embeds every picture that exists, in its order, and no other", () => {
    const targets = pictures.map(({ name }) => `pictures/progress-${name}.svg`);
    expect(embedded.map(({ target }) => target).toSorted()).toEqual(targets.toSorted());
    const there = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.startsWith("progress-")) : [];
    expect(there.map((file) => `pictures/${file}`).toSorted()).toEqual(targets.toSorted());
  });

  it("shows the definition and the edits that its pictures are drawn from", () => {
    const blocks = blocksOf(page).filter(({ options }) => options.has("file"));
    const [rooms, ...edits] = blocks.map(({ text }) => text);
    expect(`${rooms}\n`).toBe(ROOMS);
    const lines = (text: string): readonly string[] => text.trimEnd().split("\n");
    const asDiff = EDITS.map(([from, to]) => {
      const kept = lines(from).filter((line) => lines(to).includes(line));
      const gone = lines(from).filter((line) => !kept.includes(line));
      const added = lines(to).filter((line) => !kept.includes(line));
      return [...kept.map((line) => ` ${line}`), ...gone.map((line) => `-${line}`), ...added.map((line) => `+${line}`)];
    });
    expect(edits.map(lines)).toEqual(asDiff);
  });
});

describe.each(pictures)("the picture $name", ({ name, title, description, figures, text, root }) => {
  const texts = textsOf(root);

  it("is written as it is drawn", () => {
    expect(readFileSync(path.join(FOLDER, `progress-${name}.svg`), "utf8"), "npm run generate").toBe(text);
  });

  it("has a title and a description for those who do not see it", () => {
    const child = (wanted: string) => root.children.find((element) => element.name === wanted);
    expect([root.name, root.attributes.role, root.attributes["aria-labelledby"]]).toEqual([
      "svg",
      "img",
      "title description",
    ]);
    expect([child("title")?.attributes.id, child("title")?.text]).toEqual(["title", title]);
    expect([child("desc")?.attributes.id, child("desc")?.text]).toEqual(["description", description]);
  });

  it("needs nothing from outside", () => {
    const without = text.replace('xmlns="http://www.w3.org/2000/svg"', "");
    expect(without).not.toMatch(/https?:|\/\/|href|@import|@font-face|<script|<image|<foreignObject|\son\w+=/i);
    for (const [, target] of without.matchAll(/url\((.*?)\)/g)) expect(target).toBe("#hatch");
  });

  it("draws the figures that it is known for, and the page names each beside it", () => {
    const said = sectionOf(`pictures/progress-${name}.svg`);
    for (const figure of figures) {
      expect(
        texts.some((line) => line.includes(figure)),
        `${figure} is not drawn`,
      ).toBe(true);
      expect(said, `${figure} is not said`).toContain(figure);
    }
  });

  it("is described by the numbers that it shows, word by word as the page does", () => {
    expect(embedded.find(({ target }) => target === `pictures/progress-${name}.svg`)?.alt).toBe(description);
    const shown = new Set(texts.flatMap(numbersIn));
    expect(numbersIn(description).filter((number) => !shown.has(number))).toEqual([]);
  });

  it("keeps its texts inside", () => {
    const own = root.children.filter((element) => element.name === "text");
    expect(own.length).toBeGreaterThan(3);
    for (const { attributes, text: line } of own) {
      const classes = (attributes.class ?? "").split(" ");
      const size = classes.includes("title") ? 16 : classes.includes("small") ? 12 : 13;
      const width =
        textWidth(line, size) * (classes.some((word) => word === "strong" || word === "title") ? BOLD : REGULAR);
      const x = Number(attributes.x);
      const left = classes.includes("end") ? x - width : classes.includes("middle") ? x - width / 2 : x;
      expect(left, line).toBeGreaterThanOrEqual(8);
      expect(left + width, line).toBeLessThanOrEqual(WIDTH - 8);
    }
    expect(Number(root.attributes.height)).toBeGreaterThan(
      Math.max(...own.map(({ attributes }) => Number(attributes.y))),
    );
  });

  it("says a status as a word wherever it has a colour", () => {
    for (const { attributes, text: line, name: element } of all(root)) {
      const status = STATUSES.find((word) => attributes.class?.split(" ").includes(`st-${word}`));
      if (status === undefined) continue;
      if (element === "text") expect(line.startsWith(status)).toBe(true);
      else expect(texts.some((words) => words.startsWith(status))).toBe(true);
    }
  });

  it("can be read on paper and in the dark", () => {
    const style = root.children.find((element) => element.name === "style")?.text ?? "";
    const [light = "", dark = ""] = style.split("@media (prefers-color-scheme:dark)");
    for (const scheme of [light, dark]) {
      const paper = colourOf(scheme, ".paper");
      const band = colourOf(scheme, ".band");
      const inks = ["text", ".muted,.faint,.series text", ...STATUSES.map((status) => `.st-${status}`)];
      for (const ink of inks) expect(contrast(colourOf(scheme, ink), paper), ink).toBeGreaterThanOrEqual(4.5);
      for (const ink of inks.slice(0, 2)) expect(contrast(colourOf(scheme, ink), band)).toBeGreaterThanOrEqual(4.5);
      for (const status of STATUSES) {
        const ink = colourOf(scheme, `.st-${status}`);
        expect(contrast(ink, mixed(paper, ink, 0.14)), `${status} on its tint`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

type Colour = readonly [red: number, green: number, blue: number];

function colourOf(style: string, selector: string): Colour {
  const rule = style.split(/[\n}]/).find((line) => line.startsWith(`${selector}{fill`)) ?? "";
  const [, hex = ""] = /fill:#([0-9a-f]{6})/.exec(rule) ?? [];
  expect(hex, selector).toHaveLength(6);
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(0), channel(2), channel(4)];
}

function mixed(under: Colour, over: Colour, part: number): Colour {
  const mix = (i: 0 | 1 | 2): number => under[i] * (1 - part) + over[i] * part;
  return [mix(0), mix(1), mix(2)];
}

/** The contrast ratio of WCAG 2. */
function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

describe("the figures", () => {
  const company = workspaceOf(companyFiles());
  const figuresOf = (name: string): readonly string[] =>
    pictures.find((picture) => picture.name === name)?.figures ?? [];
  const way = (value: number, from: number, to: number): number => (value - from) / (to - from);
  const planned = (from: number, to: number, days: number): number => from + (to - from) * (days / 365);

  it.each([
    ["reach", 68, 62, 75, 181, "points"],
    ["lower", 2.2, 3.2, 1.6, 212, "%"],
  ])("of %s are the formulas of the page", (name, value, from, to, days, unit) => {
    const plan = planned(from, to, days);
    const [attained, expected] = [way(value, from, to), way(plan, from, to)];
    expect(figuresOf(name).slice(0, 5)).toEqual([
      measured(value, unit),
      measured(plan, unit),
      share(attained),
      share(expected),
      paceText(attained / expected),
    ]);
  });

  it("of the five paths are those of the page", () => {
    const days = 212;
    const plans = [
      planned(4000, 6000, days),
      4000 * (6000 / 4000) ** (days / 365),
      6000,
      4900,
      4600 + (6000 - 4600) * (31 / 184),
    ];
    const attained = way(5045, 4000, 6000);
    const wanted = plans.flatMap((plan) => [bare(plan, "readers"), paceText(attained / way(plan, 4000, 6000))]);
    expect(figuresOf("paths")).toEqual([share(attained), ...wanted]);
    const section = sectionOf("pictures/progress-paths.svg");
    for (const plan of plans) expect(section).toContain(`| ${share(way(plan, 4000, 6000))} |`);
  });

  it("of range and budget are counted", () => {
    expect(figuresOf("keep")).toEqual(["5 of 7 values", share(5 / 7), share(0.8), "71.5 %"]);
    const plan = 60 * (212 / 365);
    expect(figuresOf("budget")).toEqual(["38 complaints", bare(plan, null), share(38 / 60), paceText(plan / 38)]);
  });

  it("of the roll-up are a weighted mean", () => {
    const [nps, churn, response, load] = [way(68, 62, 75), way(2.2, 3.2, 1.6), way(5.9, 6.4, 4.5), 5 / 6];
    const progress = (2 * nps + churn + response + 1 + 1 + load) / 7;
    expect(figuresOf("rollup").slice(0, 2)).toEqual([share(progress), share((1 + load) / 2)]);
  });

  it("of the chart are its limits", () => {
    const rows = [22, 20, 25, 24, 22, 21, 17, 15, 26, 27, 29, 19, 26, 26, 30, 27, 27, 27];
    const mean = rows.reduce((sum, row) => sum + row, 0) / rows.length;
    const moved = rows.slice(1).reduce((sum, row, i) => sum + Math.abs(row - (rows[i] ?? 0)), 0) / (rows.length - 1);
    const bounds = [mean, mean - 2.66 * moved, mean + 2.66 * moved].map((bound) => bare(bound, null));
    expect(figuresOf("signal")).toEqual([...bounds, "15 clinics", bare(moved, null)]);
  });

  it("of forecast, record and statuses are those of the progress of the company", async () => {
    const { kpis } = progressOf(await company, dayOf(2026, 8, 15));
    const of = (id: string) => kpis.find(({ kpi }) => kpi.id === id)?.progress;
    const forecast = of("nps-2026")?.forecast;
    expect(figuresOf("forecast").slice(0, 3)).toEqual([
      measured(forecast?.value ?? 0, "points"),
      bare(forecast?.low ?? 0, "points"),
      bare(forecast?.high ?? 0, "points"),
    ]);
    expect(of("uptime-monthly")?.record).toMatchObject({ periods: 11, held: 10, streak: 4 });
    expect(figuresOf("recurring")[0]).toBe("held in 10 of 11 months, last missed 2026-03, 4 in a row since");
    const paces = ["first-response-q3", "nps-2026", "churn-2026"].map((id) => paceText(of(id)?.pace ?? 0));
    expect(figuresOf("statuses")).toEqual(["0.75", "0.95", "10 %", ...paces]);
  });

  it("of the attribution are four attainments and two differences", () => {
    const four = [way(68, 62, 75), way(68, 62, 72), way(70, 62, 75), way(70, 62, 72)];
    expect(figuresOf("attribution")).toEqual([...four.map((part) => share(part)), "14 points", "20 points"]);
  });

  it("of the page's roundings are what the product shows", () => {
    expect(page).toContain(`99.996 % is shown as ${share(0.99996)}, and a pace of 0.94996 as ${paceText(0.94996)}`);
  });
});
