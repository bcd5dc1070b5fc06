import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
var VERSION="0.1.0";export{VERSION};
