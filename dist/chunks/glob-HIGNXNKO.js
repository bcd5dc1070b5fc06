import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{globTest}from"./chunk-QCOFPBEP.js";import"./chunk-CYKQUMY4.js";export{globTest};
