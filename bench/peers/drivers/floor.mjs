/** Reads and parses the data as JSON. */
import { eachText } from "./files.mjs";

eachText(".json", (text) => JSON.parse(text));
