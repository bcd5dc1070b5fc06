import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{verdicts}from"./chunk-BGKPM3IC.js";import"./chunk-LJ2LCGN6.js";import"./chunk-3MCSFNXQ.js";import"./chunk-2L5UG46O.js";import"./chunk-FPEHC52W.js";import"./chunk-A4LAU5H7.js";import"./chunk-NHHW5GGT.js";import"./chunk-CYKQUMY4.js";export{verdicts};
