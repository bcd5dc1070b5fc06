import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { h, jsonScript, raw } from "../../../src/report/html/markup.ts";
import { manyLines } from "../../../src/report/untrusted.ts";

describe("templates", () => {
  it("escape texts, in elements and in attributes", () => {
    expect(h`<b title="${'"><i>'}">${"<script>&'"}</b>`.markup).toBe(
      '<b title="&quot;&gt;&lt;i&gt;">&lt;script&gt;&amp;&#39;</b>',
    );
  });

  it("take markup as it is, join lists, and leave out what is not there", () => {
    const items = ["a", "<b>"].map((text) => h`<li>${text}</li>`);
    expect(h`<ul>${items}${null}${undefined}${false}${0}${raw("<hr>")}</ul>`.markup).toBe(
      "<ul><li>a</li><li>&lt;b&gt;</li>0<hr></ul>",
    );
  });

  it("leave out their own line ends and indentation, and keep those of texts", () => {
    const text = "one\n  two";
    expect(
      h`
      <p>
        ${text}
      </p>`.markup,
    ).toBe("<p>one\n  two</p>");
  });

  it("drop characters that hide or reorder others", () => {
    expect(h`<p>${"a\u202eb\u0000c\u200bd"}</p>`.markup).toBe("<p>abcd</p>");
  });
});

describe("data for scripts", () => {
  it("have no characters that hide or reorder others", () => {
    const { markup } = jsonScript({ texts: ["a\u202eb\u0000c\u200bd", "one\n  two"] });
    expect(markup).toBe('<script type="application/json">{"texts":["abcd","one\\n  two"]}</script>');
  });

  it("cannot end their element, whatever they hold, and read back as they are shown", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("</script>", "<!--", "]]>", "\u2028&"));
    fc.assert(
      fc.property(fc.array(value), (texts) => {
        const { markup } = jsonScript(texts);
        const inside = markup.slice(markup.indexOf(">") + 1, markup.lastIndexOf("<"));
        expect(inside).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(inside)).toEqual(texts.map(manyLines));
      }),
    );
  });
});
