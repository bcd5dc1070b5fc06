import { describe, expect, it } from "vitest";
import { validateDefinition } from "../../src/definition/validate.ts";
import { BAD } from "./bad.ts";
import { read } from "./documents.ts";

describe("a document with one cause of trouble", () => {
  it.each(BAD.map((bad) => [bad.name, bad] as const))("%s", (_, { text, problems }) => {
    const found = validateDefinition(read(text), { year: 2026 });
    expect(
      found.map(({ ruleId, messageId, path, at, suggestions }) => [
        ruleId,
        messageId,
        path.join("."),
        at,
        suggestions.map((suggestion) => suggestion.replace ?? null),
      ]),
    ).toEqual(
      problems.map(([ruleId, messageId, path, at, suggestions = []]) => [ruleId, messageId, path, at, suggestions]),
    );
  });

  it.each(BAD.map((bad) => [bad.name, bad] as const))("%s: one sentence, ended", (_, { text }) => {
    for (const { message } of validateDefinition(read(text), { year: 2026 })) {
      expect(message).toMatch(/^[A-Z`"].*[.?]$/s);
      expect(message).not.toMatch(/undefined|null or|NaN|\[object|\s\s|!$/);
    }
  });
});

describe("what a suggestion writes", () => {
  const values = BAD.flatMap(({ name, text, problems }) =>
    problems.flatMap(([ruleId, , path, at, suggestions = []]) =>
      at === "value" && ruleId !== "schema/version"
        ? suggestions.map((source) => [`${name} → ${source}`, { text, path, source }] as const)
        : [],
    ),
  );

  it.each(values)("%s is accepted in its place", (_, { text, path, source }) => {
    const document = read(text);
    let parent = document as Record<string, unknown>;
    const keys = path.split(".");
    for (const key of keys.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
    parent[keys.at(-1) ?? ""] = read(String(source));
    expect(validateDefinition(document)).toEqual([]);
  });
});
