import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
function headVersion(opened,readData){let{root,config,configFile,configSource,texts,contributions}=opened,files=[...contributions.keys()];return{root,config,configFile,configSource,files,texts,contributions,readData}}export{headVersion};
