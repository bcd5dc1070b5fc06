import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{someListed}from"./chunk-ISD3ENDM.js";var MOST_NAMED=3;function cannotBeRead(files){return`${someListed(files,MOST_NAMED)} cannot be read whole`}export{cannotBeRead};
