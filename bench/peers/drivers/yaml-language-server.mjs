/** Validates every file with yaml-language-server, used as a library with one schema. */

import * as fs from "node:fs";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { getLanguageService } from "yaml-language-server";
import { filesUnder } from "./files.mjs";

const [, , folder, schemaFile] = process.argv;
const schema = JSON.parse(fs.readFileSync(schemaFile, "utf8"));

const service = getLanguageService({
  schemaRequestService: async (uri) => Promise.reject(new Error(`Nothing is fetched: ${uri}`)),
  workspaceContext: { resolveRelativePath: (relative) => relative },
  yamlSettings: {
    yamlFormatterSettings: {},
    specificValidatorPaths: [],
    schemaConfigurationSettings: [],
    customTags: [],
  },
  clientCapabilities: {},
});
service.configure({
  validate: true,
  hover: false,
  completion: false,
  schemas: [{ uri: pathToFileURL(schemaFile).href, fileMatch: ["*.yaml"], schema }],
});

const files = filesUnder(folder, ".yaml");
let problems = 0;
for (const file of files) {
  const document = TextDocument.create(pathToFileURL(file).href, "yaml", 1, fs.readFileSync(file, "utf8"));
  problems += (await service.doValidation(document, false)).length;
}
process.stdout.write(`${files.length} files, ${problems} problems\n`);
process.exitCode = problems === 0 ? 0 : 1;
