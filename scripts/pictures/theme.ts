/** Colours and type of the pictures: literal values, so that every reader of SVG shows them, in two schemes. */

import { STATUSES, type Status } from "../../src/progress/status.ts";

/** Text on the paper has a contrast of at least 4.5. */
interface Palette {
  readonly paper: string;
  readonly edge: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly limit: string;
  readonly band: string;
  /** Ranges of a bar from worst to best. */
  readonly ranges: readonly [string, string, string];
  readonly statuses: Readonly<Record<Status, string>>;
}

const LIGHT: Palette = {
  paper: "#ffffff",
  edge: "#d5d9df",
  ink: "#1d2127",
  muted: "#57606b",
  line: "#e2e4e8",
  limit: "#7a838f",
  band: "#eaf1f4",
  ranges: ["#c3c9d2", "#dadee4", "#eef0f3"],
  statuses: {
    achieved: "#0b5563",
    "on-track": "#0b7285",
    "not-started": "#57606b",
    "no-data": "#57606b",
    "awaiting-data": "#57606b",
    "at-risk": "#8a5a00",
    "off-track": "#b93a08",
    missed: "#9f1239",
    invalid: "#6b21a8",
  },
};

const DARK: Palette = {
  paper: "#1b1f25",
  edge: "#3b4350",
  ink: "#e6e9ed",
  muted: "#a3adb9",
  line: "#313843",
  limit: "#8b95a3",
  band: "#26343c",
  ranges: ["#4a525e", "#3a414b", "#2c323a"],
  statuses: {
    achieved: "#a5e3ee",
    "on-track": "#5cc3d6",
    "not-started": "#a3adb9",
    "no-data": "#a3adb9",
    "awaiting-data": "#a3adb9",
    "at-risk": "#edb63e",
    "off-track": "#ff9466",
    missed: "#ff8aa5",
    invalid: "#cda8ff",
  },
};

/** Everything but colours. */
const SHAPES = `text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;font-variant-numeric:tabular-nums}
.title{font-size:16px;font-weight:650}
.small{font-size:12px}
.series{overflow:visible}
.series text{font-size:13px}
.strong{font-weight:600}
.over,.over-band{paint-order:stroke;stroke-width:4;stroke-linejoin:round}
.middle{text-anchor:middle}
.end{text-anchor:end}
.sign{fill-rule:evenodd}
.tint{fill-opacity:.14}
.guide,.start{fill:none;stroke-dasharray:2 3}
.base{fill:none;stroke-width:1.5;stroke-dasharray:1 4;stroke-linecap:round}
.stem,.grid,.axis,.mean,.bracket{fill:none}
.limit{fill:none;stroke-dasharray:2 4}
.target{fill:none;stroke-width:1.5}
.stretch{fill:none;stroke-dasharray:8 4}
.plan{fill:none;stroke-width:4;stroke-linejoin:round}
.plan-in{fill:none;stroke-width:2;stroke-linejoin:round}
.actual{fill:none;stroke-width:2;stroke-linejoin:round}
.dots{fill:none;stroke-width:7;stroke-linecap:round}
.cross{fill:none;stroke-width:2.5;stroke-linecap:round}
.range{fill:url(#hatch)}
.expected{fill:none;stroke-width:1.5;stroke-dasharray:4 3}
.bar .f{fill:url(#hatch)}
.bar .p{stroke-width:1.5}
.bar .t{fill:none;stroke-width:3}
.tolerated{fill:url(#hatch)}
.strip .missed{fill:none;stroke-width:1.4}
.strip .unknown{fill:none;stroke-width:2}`;

/** The colours of all classes; every picture holds those of both schemes. */
function colours(palette: Palette): string {
  const { paper, edge, ink, muted, line, limit, band, ranges, statuses } = palette;
  const [worst, middle, best] = ranges;
  return [
    `.paper{fill:${paper};stroke:${edge}}`,
    `text{fill:${ink}}.over{stroke:${paper}}.over-band{stroke:${band}}`,
    `.muted,.faint,.series text{fill:${muted}}`,
    `.series .name{fill:${ink}}.series .faint{fill:${muted}}`,
    `.ink{fill:${ink}}`,
    `.box{fill:none;stroke:${edge}}`,
    `.rule,.grid{stroke:${line}}`,
    `.axis,.mean,.limit,.guide,.start,.stem,.base{stroke:${limit}}`,
    `.bracket{stroke:${ink}}`,
    `.target,.bar .t{stroke:${ink}}`,
    `.stretch,.expected{stroke:${muted}}`,
    `.plan{stroke:${muted}}.plan-in{stroke:${paper}}`,
    `.actual,.dots,.cross{stroke:${ink}}`,
    `.columns{fill:${ink}}`,
    `.band{fill:${band}}`,
    `.hatching{stroke:${muted}}`,
    `.range{stroke:${muted}}`,
    `.point{fill:${paper};stroke:${muted};stroke-width:2}`,
    `.z1{fill:${worst}}.z2{fill:${middle}}.z3{fill:${best}}`,
    `.bar .a{fill:${ink}}.bar .c{fill:${paper}}.bar .p{fill:${paper};stroke:${ink}}`,
    `.held{fill:${statuses["on-track"]}}.strip .missed{stroke:${statuses.missed}}.strip .unknown{stroke:${muted}}`,
    `.concern{fill:${statuses["off-track"]}}.improvement{fill:${statuses["on-track"]}}`,
    ...STATUSES.map((status) => `.st-${status}{fill:${statuses[status]}}.sk-${status}{stroke:${statuses[status]}}`),
  ].join("\n");
}

/** The style of a picture: light, and dark for readers who prefer it. */
export const STYLE = `${SHAPES}
${colours(LIGHT)}
@media (prefers-color-scheme:dark){
${colours(DARK)}
}`;
