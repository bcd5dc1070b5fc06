import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
var UsageError=class extends Error{name="UsageError"},EXIT={clean:0,findings:1,usage:2,bug:3,interrupted:130},ConfigError=class extends Error{name="ConfigError"};export{UsageError,EXIT,ConfigError};
