import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{Locator}from"./chunk-FYQ73PMN.js";import{ConfigError}from"./chunk-FFK76BZP.js";function requireGoodConfig(project){if(project.configProblems.length===0)return;let locator=new Locator(project.textOf),lines=project.configProblems.map(problem=>{let{line,column}=locator.range(problem.place).start;return`${problem.place.file}:${line}:${column}  ${problem.message}  ${problem.ruleId}`});throw new ConfigError(lines.join(`
`))}export{requireGoodConfig};
