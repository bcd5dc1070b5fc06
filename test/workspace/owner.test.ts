import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OWNER } from "../../src/definition/patterns.ts";
import { ownerKind, ownerPattern } from "../../src/workspace/owner.ts";

describe("ownerKind", () => {
  it.each([
    ["@ana", "person"],
    ["@ana-b_2", "person"],
    ["@clinic/growth.team", "team"],
    ["team:marketing", "team"],
    ["team:a.b-c", "team"],
    ["ana@example.com", "email"],
    ["team:ana@example.com", "email"],
    ["a@b.c.d", "email"],
    ["a/b@example.org", "email"],
  ])("%s is a %s", (owner, kind) => {
    expect(ownerPattern.test(owner)).toBe(true);
    expect(ownerKind(owner)).toBe(kind);
  });
});

describe("ownerPattern", () => {
  it.each([
    "",
    "ana",
    "@",
    "@a b",
    "@a/",
    "@a/b/c",
    "team:",
    "team: x",
    "a@b",
    "a@.b",
    "a@b.",
    "a@@b.c",
    "@a@b.c",
    "Ana <a@b.c>",
    "a@b.c\n",
  ])("rejects %j", (owner) => {
    expect(ownerPattern.test(owner)).toBe(false);
  });

  it("accepts exactly what the published schema accepts", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "@", ".", "/", ":", "-", " ", "team:", "é"), maxLength: 12 });
    fc.assert(
      fc.property(text, (owner) => ownerPattern.test(owner) === OWNER.test(owner)),
      { numRuns: 5000 },
    );
  });
});
