import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{verdicts}from"./chunk-FJOOESA3.js";import"./chunk-LJ2LCGN6.js";import"./chunk-F6UZW6SF.js";import"./chunk-RNPTQ57F.js";import"./chunk-GF2HQ6NP.js";import"./chunk-F4W2QF3K.js";import"./chunk-VZQQVLCX.js";import"./chunk-NHHW5GGT.js";import"./chunk-CYKQUMY4.js";export{verdicts};
