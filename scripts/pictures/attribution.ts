/** What an edit moved and what new data moved: two definitions on two sets of data. */

import { reviewFiles } from "../../src/engine/review-files.ts";
import type { Attribution } from "../../src/progress/attribution.ts";
import type { Judgement } from "../../src/progress/judge.ts";
import { paceText, share } from "../../src/report/progress/figures.ts";
import { formatNumber } from "../../src/workspace/units.ts";
import { AS_OF, companyFiles, known } from "./company.ts";
import { box, LEFT, type Picture, path, statusAt, text } from "./ink.ts";

const FILE = "kpis/customers.kpi.yaml";
/** What a change set does to the example company: it lowers a target and brings a new value. */
export const EDITS = [
  ["    target: 75\n", "    target: 72\n"],
  ["      2026-06-30: 68\n", "      2026-06-30: 68\n      2026-08-14: 70\n"],
] as const;

const CELL = { width: 218, height: 86 } as const;
const COLUMNS = [140, 478] as const;
const ROWS = [100, 258] as const;

/** The four judgements of nps-2026, and the way from the old one to the new one. */
export async function attributionPicture(): Promise<Picture> {
  const { before, definitionOnly, dataOnly, after, cause, fromEdit, fromData } = await attributed();
  const edit = points(known(fromEdit, "what the edit added"));
  const data = points(known(fromData, "what the data added"));
  const title = "Data or definition: what moved the status of nps-2026?";
  const cells = [before, definitionOnly, dataOnly, after];
  return {
    name: "attribution",
    title,
    description: `${title} Old definition on old data: ${told(before)}. New definition on old data: ${told(definitionOnly)}, so ${edit} come from the edit. New definition on new data: ${told(after)}, so ${data} come from new data. Old definition on new data: ${told(dataOnly)}. The cause of the status is the ${cause}.`,
    figures: [...cells.map(({ attainment }) => share(known(attainment, "an attainment"))), edit, data],
    height: 394,
    parts: [
      text(COLUMNS[0] + CELL.width / 2, 84, "old data: 68 on 30 June", "strong middle"),
      text(COLUMNS[1] + CELL.width / 2, 84, "new data: 70 on 14 August", "strong middle"),
      ...rowName(ROWS[0], "old definition", `target ${targetOf(before)}`),
      ...rowName(ROWS[1], "new definition", `target ${targetOf(definitionOnly)}`),
      ...cell(before, COLUMNS[0], ROWS[0]),
      ...cell(dataOnly, COLUMNS[1], ROWS[0], "for comparison"),
      ...cell(definitionOnly, COLUMNS[0], ROWS[1]),
      ...cell(after, COLUMNS[1], ROWS[1]),
      ...downwards(COLUMNS[0] + 40, "1. the edit", `${edit}, status: ${moved(before, definitionOnly)}`),
      ...rightwards(ROWS[1] + CELL.height / 2, "2. new data", data, moved(definitionOnly, after)),
      text(
        LEFT,
        374,
        "What the new definition does to old data comes from the edit, the rest from new data.",
        "small muted",
      ),
    ],
  };
}

async function attributed(): Promise<Attribution> {
  const base = companyFiles();
  let text = known(base[FILE], FILE);
  for (const [from, to] of EDITS) {
    if (text.split(from).length !== 2) throw new Error(`${FILE} does not hold once: ${from}`);
    text = text.replace(from, to);
  }
  const { effects } = await reviewFiles({ base, head: { ...base, [FILE]: text }, asOf: AS_OF });
  return known(
    effects.find(({ id }) => id === "nps-2026"),
    "an effect on nps-2026",
  ).attribution;
}

function points(part: number): string {
  return `${Math.round(part * 100)} points`;
}

function targetOf({ target }: Judgement): string {
  return formatNumber(known(target?.value, "a target"));
}

function told({ attainment, status }: Judgement): string {
  return `${share(known(attainment, "an attainment"))}, ${status}`;
}

function moved(from: Judgement, to: Judgement): string {
  return from.status === to.status ? `stays ${to.status}` : `${from.status} → ${to.status}`;
}

function rowName(top: number, name: string, target: string): readonly string[] {
  return [text(LEFT, top + 38, name, "strong"), text(LEFT, top + 56, target)];
}

function cell(judgement: Judgement, left: number, top: number, remark = ""): readonly string[] {
  const { attainment, pace, status } = judgement;
  return [
    box("box", left, top, CELL.width, CELL.height, 6),
    statusAt(status, left + 16, top + 28),
    text(left + 16, top + 50, `attainment ${share(known(attainment, "an attainment"))}`),
    text(left + 16, top + 70, `pace ${paceText(known(pace, "a pace"))}`),
    remark === "" ? "" : text(left + CELL.width - 12, top + 26, remark, "small muted end"),
  ];
}

function downwards(x: number, name: string, words: string): readonly string[] {
  const [from, to] = [ROWS[0] + CELL.height + 6, ROWS[1] - 8];
  return [
    path("actual", `M${x} ${from}V${to}`),
    path("ink", `M${x} ${to + 5}l-6-11h12z`),
    text(x + 16, (from + to) / 2 - 2, name, "strong"),
    text(x + 16, (from + to) / 2 + 17, words),
  ];
}

function rightwards(y: number, name: string, data: string, status: string): readonly string[] {
  const [from, to] = [COLUMNS[0] + CELL.width + 6, COLUMNS[1] - 8];
  const middle = (from + to) / 2;
  return [
    path("actual", `M${from} ${y}H${to}`),
    path("ink", `M${to + 5} ${y}l-11-6v12z`),
    text(middle, y - 28, name, "strong middle"),
    text(middle, y - 11, data, "middle"),
    text(middle, y + 21, status, "small middle"),
  ];
}
