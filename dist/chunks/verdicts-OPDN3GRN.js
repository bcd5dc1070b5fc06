import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{verdicts}from"./chunk-HJUKAJC2.js";import"./chunk-LJ2LCGN6.js";import"./chunk-AR4OIP5T.js";import"./chunk-SVF54DHK.js";import"./chunk-TWUWKFTO.js";import"./chunk-NHHW5GGT.js";import"./chunk-CYKQUMY4.js";export{verdicts};
