import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FingerprintInput, fingerprint } from "../../src/findings/fingerprint.ts";

const base: FingerprintInput = {
  ruleId: "specific/vague-term",
  messageId: "vague",
  entity: { kind: "kpi", id: "revenue-2026" },
  path: ["kpis", "revenue-2026", "title"],
  file: "kpis/sales.kpi.yaml",
  ordinal: 0,
};

describe("fingerprint", () => {
  it("never changes, because committed files hold it", () => {
    expect(fingerprint(base)).toBe("d8e97136a3c71ab1");
    expect(fingerprint({ ...base, entity: null, path: [], discriminator: "2026-01-31 value" })).toBe(
      "fbb9d33f055d9902",
    );
  });

  it("stays the same when an entity moves to another file", () => {
    expect(fingerprint({ ...base, file: "other.kpi.yaml" })).toBe(fingerprint(base));
  });

  it.each<[string, Partial<FingerprintInput>]>([
    ["rule", { ruleId: "specific/open-ended" }],
    ["message", { messageId: "indefinite" }],
    ["kind", { entity: { kind: "goal", id: "revenue-2026" } }],
    ["id", { entity: { kind: "kpi", id: "revenue-2027" } }],
    ["missing entity", { entity: null }],
    ["key path", { path: ["kpis", "revenue-2026", "why"] }],
    ["index in the key path", { path: ["kpis", "revenue-2026", "title", 0] }],
    ["key that reads like an index", { path: ["kpis", "revenue-2026", "title", "0"] }],
    ["row", { discriminator: "2026-01-31 value" }],
    ["repeat", { ordinal: 1 }],
  ])("changes with the %s", (_, change) => {
    expect(fingerprint({ ...base, ...change })).not.toBe(fingerprint(base));
  });

  it("tells files apart where there is no entity", () => {
    const one = fingerprint({ ...base, entity: null });
    expect(fingerprint({ ...base, entity: null, file: "other.kpi.yaml" })).not.toBe(one);
  });

  it("does not run parts into each other", () => {
    const one = fingerprint({ ...base, path: ["ab", "c"] });
    expect(fingerprint({ ...base, path: ["a", "bc"] })).not.toBe(one);
    expect(fingerprint({ ...base, path: ["ab,c"] })).not.toBe(one);
  });

  it("is sixteen hexadecimal digits for any text", () => {
    const part = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(part, part, fc.array(part), part, fc.nat(), (ruleId, file, path, discriminator, ordinal) => {
        expect(fingerprint({ ...base, ruleId, file, path, discriminator, ordinal })).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });

  it("does not collide over many neighbours", () => {
    const seen = new Set<string>();
    for (let i = 0; i < 20000; i++) {
      seen.add(fingerprint({ ...base, path: ["kpis", `kpi-${i}`, "title"] }));
      seen.add(fingerprint({ ...base, ordinal: i }));
    }
    expect(seen.size).toBe(40000);
  });
});
