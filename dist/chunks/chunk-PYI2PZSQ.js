import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
function unreadFiles({problems}){let files=new Set;for(let{ruleId,place}of problems)ruleId==="yaml/syntax"&&files.add(place.file);return[...files]}export{unreadFiles};
