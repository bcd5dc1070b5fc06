import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{verdicts}from"./chunk-5ED5HV2X.js";import"./chunk-LJ2LCGN6.js";import"./chunk-OGRQGSXE.js";import"./chunk-AJW7XQKU.js";import"./chunk-6GZYMPZZ.js";import"./chunk-FPEHC52W.js";import"./chunk-A4LAU5H7.js";import"./chunk-NHHW5GGT.js";import"./chunk-CYKQUMY4.js";export{verdicts};
