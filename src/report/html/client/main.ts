/** Runs in the page: shows one view at a time, opens panels, filters the list, brings charts to life. */

import { enliven } from "./chart.ts";
import { KpiList } from "./list.ts";
import { Router } from "./router.ts";

document.documentElement.classList.add("has-js");
let list: KpiList | null = null;
const router = new Router({
  onList: (address) => {
    list ??= new KpiList((chosen) => router.replace(chosen));
    list.show(address);
  },
  onPanel: (panel) => {
    for (const figure of panel.querySelectorAll<HTMLElement>("figure.chart")) enliven(figure);
  },
});
router.start();
