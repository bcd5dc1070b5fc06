import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{verdicts}from"./chunk-2FEPL7R7.js";import"./chunk-LJ2LCGN6.js";import"./chunk-HTMMU2Q3.js";import"./chunk-RGSTHTHI.js";import"./chunk-JEXPSZP2.js";import"./chunk-BUQQ3COW.js";import"./chunk-AKAIAUTY.js";import"./chunk-HLT4LJEU.js";import"./chunk-MFTY5ZYR.js";export{verdicts};
