/** Reads and parses with yaml. */
import { parse } from "yaml";
import { eachText } from "./files.mjs";

eachText(".yaml", (text) => parse(text));
