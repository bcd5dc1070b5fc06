import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{verdicts}from"./chunk-B6ELOSIT.js";import"./chunk-LJ2LCGN6.js";import"./chunk-F6UZW6SF.js";import"./chunk-4MVR3AF5.js";import"./chunk-IYIUQ6F7.js";import"./chunk-F4W2QF3K.js";import"./chunk-VZQQVLCX.js";import"./chunk-NHHW5GGT.js";import"./chunk-CYKQUMY4.js";export{verdicts};
