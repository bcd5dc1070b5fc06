import { describe, expect, it } from "vitest";
import { validateDefinition } from "../../src/definition/validate.ts";
import { read } from "./documents.ts";
import { GOOD } from "./good.ts";

describe("a document of the right shape", () => {
  it.each(GOOD)("%s", (_, text) => {
    expect(validateDefinition(read(text))).toEqual([]);
  });
});
