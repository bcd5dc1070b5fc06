import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{verdicts}from"./chunk-4E7PT4OG.js";import"./chunk-LJ2LCGN6.js";import"./chunk-OGRQGSXE.js";import"./chunk-WRJFOTML.js";import"./chunk-3OOXCYRO.js";import"./chunk-F4W2QF3K.js";import"./chunk-VZQQVLCX.js";import"./chunk-NHHW5GGT.js";import"./chunk-CYKQUMY4.js";export{verdicts};
