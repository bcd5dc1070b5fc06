import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressOf,
  comparer,
  type Filter,
  filterOf,
  groupOf,
  type IndexEntry,
  matcher,
  NO_FILTER,
} from "../../../src/report/html/filter.ts";

const ENTRY: IndexEntry = {
  status: "at-risk",
  owner: "@cx",
  goals: ["happy", "growth"],
  goalTitle: "Customers stay",
  tags: ["board", "a,b"],
  category: "customer",
  title: "Net Promoter Score",
  end: 20_818,
  pace: 0.9,
  words: "net promoter score of 75\nnps-2026\n@cx\nat risk",
};

describe("addresses", () => {
  it("name what is set and nothing else", () => {
    expect(addressOf(NO_FILTER)).toBe("kpis");
    const filter = { ...NO_FILTER, status: ["missed", "off-track"], owner: "@ana", q: "net & more" };
    expect(addressOf(filter)).toBe("kpis?status=missed,off-track&q=net%20%26%20more&owner=@ana");
  });

  it("read back as they were written", () => {
    const text = fc.string({ unit: "grapheme" });
    const filter = fc.record<Filter>({
      q: text,
      status: fc.array(text.filter((status) => status !== "")),
      owner: text,
      goal: text,
      tag: text,
      category: text,
      group: text,
      sort: text,
    });
    fc.assert(
      fc.property(filter, (given) => {
        expect(filterOf(addressOf(given))).toEqual(given);
      }),
    );
  });

  it.each(["kpis?q=%E4%", "kpis?&&=&x", "kpis?status=,,", "", "?"])("never throw: %s", (address) => {
    expect(() => filterOf(address)).not.toThrow();
  });
});

describe("a filter", () => {
  const rows: readonly (readonly [Partial<Filter>, boolean])[] = [
    [{}, true],
    [{ q: "PROMOTER 75" }, true],
    [{ q: "promoter 76" }, false],
    [{ status: ["missed", "at-risk"] }, true],
    [{ status: ["missed"] }, false],
    [{ owner: "@cx" }, true],
    [{ owner: "@c" }, false],
    [{ goal: "growth" }, true],
    [{ goal: "other" }, false],
    [{ tag: "a,b" }, true],
    [{ tag: "a" }, false],
    [{ category: "customer", goal: "happy" }, true],
    [{ category: "customer", goal: "other" }, false],
  ];
  it.each(rows)("%j: %s", (given, expected) => {
    expect(matcher({ ...NO_FILTER, ...given })(ENTRY)).toBe(expected);
  });
});

describe("order and groups", () => {
  const later = { ...ENTRY, title: "Answers", end: null, pace: null };
  it.each([
    ["title", ["Answers", "Net Promoter Score"]],
    ["end", ["Net Promoter Score", "Answers"]],
    ["pace", ["Net Promoter Score", "Answers"]],
  ])("by %s", (sort, titles) => {
    const compare = comparer(sort);
    expect(compare).not.toBeNull();
    expect([later, ENTRY].sort(compare ?? undefined).map(({ title }) => title)).toEqual(titles);
  });

  it("is that of the list where none is chosen", () => {
    expect(comparer("")).toBeNull();
    expect(groupOf("", ENTRY)).toBeNull();
  });

  it.each([
    ["goal", "Customers stay", "no goal"],
    ["owner", "@cx", "no owner"],
    ["status", "at risk", "draft"],
    ["category", "customer", "no category"],
  ])("groups by %s", (group, name, none) => {
    const empty = { ...ENTRY, goalTitle: "", owner: "", category: "", status: "draft" };
    expect([groupOf(group, ENTRY), groupOf(group, empty)]).toEqual([name, none]);
  });
});
