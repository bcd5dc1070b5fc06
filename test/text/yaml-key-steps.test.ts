import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/text/yaml.ts";
import { KeyStep } from "../../src/text/yaml-key-steps.ts";

/** Few enough that the same orders come again, with names that objects have of their own. */
const KEYS = ["a", "ab", "abc", "title", "owner", "1", "20", "constructor", "__proto__", "toString", "größe"];
const entries = fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.integer({ min: 0, max: 99 })), { maxLength: 8 });

describe("the keys of a map", () => {
  it("are read alike however often they came before, and a second one is told", () => {
    fc.assert(
      fc.property(fc.array(entries, { minLength: 1, maxLength: 12 }), (maps) => {
        const text = maps
          .map((map, i) => `m${i}:${map.length === 0 ? " {}" : ""}\n${map.map(([k, v]) => `  ${k}: ${v}\n`).join("")}`)
          .join("");
        const { documents, problems } = readYaml(text);
        const root = documents[0]?.value as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
        let repeated = 0;
        for (const [i, map] of maps.entries()) {
          const wanted = new Map<string, number>();
          for (const [key, value] of map) if (!wanted.has(key)) wanted.set(key, value);
          repeated += map.length - wanted.size;
          const read = root[`m${i}`] ?? {};
          expect(new Map(Object.keys(read).map((key) => [key, read[key]]))).toEqual(wanted);
        }
        expect(problems.map(({ messageId }) => messageId)).toEqual(Array(repeated).fill("duplicate-key"));
      }),
    );
  });

  it("may all be different, as ids are, and keep the order of the file", () => {
    const ids = Array.from({ length: 60 }, (_, i) => `id-${i}`);
    for (const id of ids) {
      const { documents, problems } = readYaml(`kpis:\n  ${id}: 1\n  z-${id}: 2\n  a: 3\n  ${id}: 4\n`);
      expect(problems).toMatchObject([{ messageId: "duplicate-key" }]);
      expect(JSON.stringify(documents[0]?.value)).toBe(`{"kpis":{"${id}":1,"z-${id}":2,"a":3}}`);
    }
  });

  it.each([
    ["own key first", "base: &b { x: 1, y: 2 }\nm: { x: 3, <<: *b, y: 4 }\n", { x: 3, y: 4 }],
    ["merge first", "base: &b { x: 1, y: 2 }\nm: { <<: *b, x: 3 }\n", { x: 3, y: 2 }],
    ["no merge", "m: { '<<': 1, x: 2 }\n", { "<<": 1, x: 2 }],
  ])("are merged the second time as the first: %s", (_, text, wanted) => {
    for (let time = 0; time < 3; time++) {
      const { documents, problems } = readYaml(text);
      expect(problems).toEqual([]);
      const root = documents[0]?.value as Readonly<Record<string, object>>;
      expect({ ...root.m }).toEqual(wanted);
    }
  });
});

describe("KeyStep", () => {
  it("finds what it learnt, whole keys only", () => {
    const start = new KeyStep("");
    const step = start.learn("title");
    expect(start.next("  title: x", 2, 7)).toBe(step);
    expect(start.next("  titles: x", 2, 8)).toBeNull();
    expect(start.next("  titl: x", 2, 6)).toBeNull();
    expect(step?.next("  title: x", 2, 7)).toBeNull();
  });

  it("takes so many keys and no more", () => {
    const start = new KeyStep("");
    let taken = 0;
    while (!start.isFull) taken += start.learn(`key-${taken}`) === null ? 0 : 1;
    expect(taken).toBe(16);
    expect(start.learn("one-more")).toBeNull();
  });
});
