import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{verdicts}from"./chunk-KVBRZHKH.js";import"./chunk-LJ2LCGN6.js";import"./chunk-FYX5UB73.js";import"./chunk-S4SRKPJ7.js";import"./chunk-JEXPSZP2.js";import"./chunk-WAL4EV72.js";import"./chunk-PSSA72AK.js";import"./chunk-NHHW5GGT.js";import"./chunk-MFTY5ZYR.js";export{verdicts};
