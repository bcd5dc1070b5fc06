/** The version of the tool, as in package.json; a test holds them together. */
export const VERSION = "0.1.0";
