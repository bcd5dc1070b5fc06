import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{withoutLogCommand}from"./chunk-SEUWDRFE.js";import{paint}from"./chunk-LUPHMY35.js";import{visible}from"./chunk-HLT4LJEU.js";import"./chunk-MFTY5ZYR.js";function shownDiff(diff,colour){let paints=paint(colour),styles={"+":paints.green,"-":paints.red,"@":paints.blue};return diff.split(`
`).map(line=>{let text=withoutLogCommand(visible(line)).replace(/(?<=^.?|\s)::+/g,colons=>colons.split("").join(" ")),style=styles[line.charAt(0)];return style===void 0?text:style(text)}).join(`
`)}export{shownDiff};
