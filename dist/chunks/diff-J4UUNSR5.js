import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{paint}from"./chunk-LUPHMY35.js";import{withoutLogCommand}from"./chunk-UWJI5URP.js";import{visible}from"./chunk-NHHW5GGT.js";import"./chunk-CYKQUMY4.js";function shownDiff(diff,colour){let paints=paint(colour),styles={"+":paints.green,"-":paints.red,"@":paints.blue};return diff.split(`
`).map(line=>{let text=withoutLogCommand(visible(line)).replace(/(?<=^.?|\s)::+/g,colons=>colons.split("").join(" ")),style=styles[line.charAt(0)];return style===void 0?text:style(text)}).join(`
`)}export{shownDiff};
