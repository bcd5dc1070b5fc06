import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{globMatcher,globTest}from"./chunk-O6H5FCVN.js";import"./chunk-CYKQUMY4.js";export{globMatcher,globTest};
