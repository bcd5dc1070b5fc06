import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{verdicts}from"./chunk-FWKD37WG.js";import"./chunk-LJ2LCGN6.js";import"./chunk-YGXQPUN2.js";import"./chunk-MAQW5JJC.js";import"./chunk-UU7NRTIH.js";import"./chunk-W276PPN3.js";import"./chunk-NHHW5GGT.js";import"./chunk-CYKQUMY4.js";export{verdicts};
