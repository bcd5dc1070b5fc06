/** The pictures of docs/progress.md, drawn from what the product computes. */

import type { Output } from "./output.ts";
import { attributionPicture } from "./pictures/attribution.ts";
import { budgetPicture } from "./pictures/budget.ts";
import { companyFiles, kpiIn, PATHS, ROOMS, workspaceOf } from "./pictures/company.ts";
import { forecastPicture } from "./pictures/forecast.ts";
import { type Picture, pictureFile } from "./pictures/ink.ts";
import { keepPicture } from "./pictures/keep.ts";
import { pathsPicture } from "./pictures/paths.ts";
import { reachPicture } from "./pictures/reach.ts";
import { recurringPicture } from "./pictures/recurring.ts";
import { rollupPicture } from "./pictures/rollup.ts";
import { signalPicture } from "./pictures/signal.ts";
import { statusesPicture } from "./pictures/statuses.ts";

/** All pictures of the page, in its order. */
export async function drawnPictures(): Promise<readonly Picture[]> {
  const company = await workspaceOf(companyFiles());
  const rooms = await workspaceOf({ "rooms.kpi.yaml": ROOMS });
  const paths = await workspaceOf({ "paths.kpi.yaml": PATHS });
  return [
    reachPicture(kpiIn(company, "nps-2026"), {
      name: "reach",
      title: "Reach a target: Net Promoter Score from 62 to 75 points in 2026",
      remark: "The pace compares value and plan on the day of the last value, not today.",
    }),
    reachPicture(kpiIn(company, "churn-2026"), {
      name: "lower",
      title: "Lower is better: cut monthly churn from 3.2 to 1.6 % in 2026",
      remark: "The same formulas: both differences are negative, so their quotient is positive.",
    }),
    pathsPicture(paths),
    keepPicture(kpiIn(rooms, "room-use-2026")),
    budgetPicture(kpiIn(company, "complaints-2026")),
    statusesPicture(company),
    recurringPicture(kpiIn(company, "uptime-monthly")),
    rollupPicture(company, "happy-customers"),
    signalPicture(kpiIn(company, "new-customers-q3")),
    forecastPicture(
      kpiIn(company, "nps-2026"),
      ["newsletter-2026", "nps-2026", "hosting-cost-2026"].map((id) => kpiIn(company, id)),
    ),
    await attributionPicture(),
  ];
}

/** The pictures as files. */
export async function progressPictures(): Promise<readonly Output[]> {
  return (await drawnPictures()).map(pictureFile);
}
