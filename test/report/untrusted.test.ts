import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  csvCell,
  editorCode,
  editorMarkdown,
  html,
  jsonText,
  markdown,
  markdownCode,
  plain,
  shorten,
  terminal,
  webAddress,
  workflowCommandData,
  workflowCommandProperty,
  xml,
} from "../../src/report/untrusted.ts";

const anything = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.string());
const LONG = "long ".repeat(40_000);

describe("terminal", () => {
  it.each([
    ["an escape sequence", "\u001b[2J\u001b[31mred", "␛[2J␛[31mred"],
    ["a hyperlink", "\u001b]8;;https://evil.example\u0007here\u001b]8;;\u0007", "␛]8;;https://evil.example␇here␛]8;;␇"],
    ["a C1 sequence", "\u009b31m", "\\u{9B}31m"],
    ["a backspace", "ab\b\bxy", "ab␈␈xy"],
    ["a right-to-left override", "a\u202eb", "a\\u{202E}b"],
    ["a zero-width space", "a\u200bb", "a\\u{200B}b"],
    ["NUL", "a\0b", "a␀b"],
    ["half a surrogate pair", "a\ud800b", "a\\u{D800}b"],
    ["line ends and tabs", " one\r\n\n  two\tthree\u2028four ", "one two three four"],
    ["a workflow command", "::error::pwned", ": :error::pwned"],
    ["a workflow command that wrapping could put first", "x ::set-output name=a::b", "x : :set-output name=a::b"],
    ["more colons", ":::error::x", ": : :error::x"],
    ["colons inside a word", "a::b", "a::b"],
    ["an older workflow command", "x ##[add-mask]y ##vso[task]z", "x ##⟦add-mask]y ##vso⟦task]z"],
    ["ordinary text", "Größe > 5 % “of” 量 👍", "Größe > 5 % “of” 量 👍"],
  ])("%s", (_, text, expected) => {
    expect(terminal(text)).toBe(expected);
  });

  it("takes any text, on one line, without a control character", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(terminal(text)).toMatch(/^\P{Cc}*$/u);
        expect(terminal(text)).not.toMatch(/(?:^|\s)::|##\[|[\u202a-\u202e\u2066-\u2069\u200b]/);
      }),
    );
    expect(terminal(LONG)).toHaveLength(LONG.length - 1);
  });
});

describe("markdown", () => {
  it.each([
    ["a mention", "@octocat", "@&#8203;octocat"],
    ["a team", "ask @org/team", "ask @&#8203;org/team"],
    ["an address", "ana@example.com", "ana@&#8203;example.com"],
    ["an issue", "#1 org/repo#12", "&#35;&#8203;1 org/repo#&#8203;12"],
    ["an issue by prefix", "GH-12 gh-3", "GH-&#8203;12 gh-&#8203;3"],
    ["a merge request", "!7", "!&#8203;7"],
    ["a commit", "since 3f2a9c1d", "since 3f2a&#8203;9c1d"],
    ["a number is no commit", "1234567", "1234567"],
    ["a web address", "https://evil.example/a_b", "https:&#8203;//evil.example/a&#95;b"],
    ["a bare web address", "WWW.evil.example", "WWW&#8203;.evil.example"],
    ["another scheme", "ftp://x mailto:a@b.co", "ftp:&#8203;//x mailto:a@&#8203;b.co"],
    ["a link", "[a](javascript:b)", "&#91;a&#93;(javascript:b)"],
    ["an image", "![a](x)", "!&#91;a&#93;(x)"],
    ["HTML", "<img src=x onerror=alert(1)>", "&#60;img src=x onerror=alert(1)&#62;"],
    ["a comment", "<!-- kpi -->", "&#60;!-- kpi --&#62;"],
    ["entities", "&lt;b&gt; &#60;i&#x3e; &#64;x", "&#60;b&#62; &#60;i&#62; @&#8203;x"],
    ["an entity in an entity", "&amp;lt;b", "&#38;lt;b"],
    ["a hidden override", "&#x202e;a", "a"],
    ["an entity that is no character", "&#0;&#xD800;&#x110000;", "\ufffd\ufffd\ufffd"],
    ["an unknown entity", "&bogus; R&D", "&#38;bogus; R&#38;D"],
    ["a table cell", "a | b", "a &#124; b"],
    ["code", "`x` ```y", "&#96;x&#96; &#96;&#96;&#96;y"],
    ["emphasis", "*a* _b_", "&#42;a&#42; &#95;b&#95;"],
    ["struck text and a label", "~~c~~", "&#126;&#126;&#8203;c&#126;&#126;"],
    ["a backslash", "\\*", "&#92;&#42;"],
    ["mathematics", "$x$", "&#36;x&#36;"],
    ["a heading", "# a", "&#35; a"],
    ["a list", "- a", "&#45; a"],
    ["a numbered list", "12. a", "1&#50;. a"],
    ["an empty numbered list", "12)", "1&#50;)"],
    ["a number", "9.96 of 1.5", "9.96 of 1.5"],
    ["a rule", "---", "&#45;--"],
    ["a quotation", "> a", "&#62; a"],
    ["an indented block", "    a", "a"],
    ["line ends", "a\n\n# b\r\n<c>", "a # b &#60;c&#62;"],
    ["control characters", "a\u001b[31mb\0", "a&#91;31mb"],
    ["overrides and zero widths", "\u202ea\u200b\u2066b\ufeff", "ab"],
    ["half a surrogate pair", "a\ud800", "a"],
    ["a workflow command", "::error::x", "&#58;:error::x"],
    ["ordinary text", 'He said "50 % of 量" – 👍', 'He said "50 % of 量" – 👍'],
  ])("%s", (_, text, expected) => {
    expect(markdown(text)).toBe(expected);
  });

  it("leaves nothing that could be markup, in any text", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const shown = markdown(text);
        expect(shown).not.toMatch(/[<>`|*_[\]\\~$]/);
        expect(shown).not.toMatch(/@(?!&#8203;)|:\/\/|&(?!#\d+;)/);
        expect(shown).toMatch(/^\P{Cc}*$/u);
      }),
    );
    expect(markdown(LONG)).toHaveLength(LONG.length - 1);
    expect(markdown(" ".repeat(200_000))).toBe("");
  });
});

describe("markdownCode", () => {
  it.each([
    ["an id", "nps-2026", "`nps-2026`"],
    ["a path", "kpis/a_b.yaml:3", "`kpis/a_b.yaml:3`"],
    ["a mention", "@octocat #1", "`@octocat #1`"],
    ["a backtick", "a`b", "<code>a&#96;b</code>"],
    ["a table cell", "a|b", "<code>a&#124;b</code>"],
    ["HTML", "</code><script>", "<code>&#60;/code&#62;&#60;script&#62;</code>"],
    ["nothing", "", "<code></code>"],
    ["line ends and overrides", "a\n\u202eb", "`a b`"],
  ])("%s", (_, text, expected) => {
    expect(markdownCode(text)).toBe(expected);
  });
});

describe("Markdown of editors", () => {
  it.each([
    ["a mention stays as it is", "@cx-lead", "@cx-lead"],
    ["a mail address", "ana@example.com", "ana\\@example.com"],
    ["a web address", "https://evil.example/a_b www.evil.example", "https\\://evil.example/a\\_b www\\.evil.example"],
    ["a link", "[a](javascript:b)", "\\[a\\](javascript:b)"],
    ["HTML", "<img src=x>", "\\<img src=x\\>"],
    ["entities", "&lt;b&gt; &bogus;", "\\<b\\> \\&bogus;"],
    ["a backslash", "\\*", "\\\\\\*"],
    ["a heading", "# a", "\\# a"],
    ["a number sign", "up to #12", "up to #12"],
    ["a numbered list", "12. a", "12\\. a"],
    ["a rule", "---", "\\---"],
    ["line ends and overrides", "a\n\u202e# b", "a # b"],
    ["ordinary text", 'He said "50 % of 量" – 👍', 'He said "50 % of 量" – 👍'],
  ])("%s", (_, text, expected) => {
    expect(editorMarkdown(text)).toBe(expected);
  });

  it("leaves nothing that could be markup, in any text", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const shown = editorMarkdown(text).replace(/\\[\\!-/:-@[-`{-~]/g, "");
        expect(shown).not.toMatch(/[<>`|*_[\]\\~$&]|:\/\/|\w@/);
        expect(shown).toMatch(/^\P{Cc}*$/u);
        const code = editorCode(text);
        const [, fence = "", inner = ""] = /^(`+)(.*?)\1$/.exec(code) ?? [];
        expect([fence.length > 0, inner.includes(fence), code]).toEqual([true, false, `${fence}${inner}${fence}`]);
      }),
    );
  });

  it.each([
    ["an id", "nps-2026", "`nps-2026`"],
    ["a backtick", "a`b", "``a`b``"],
    ["backticks at the ends", "`a``", "``` `a`` ```"],
    ["nothing", "", "`  `"],
  ])("as code: %s", (_, text, expected) => {
    expect(editorCode(text)).toBe(expected);
  });
});

describe("webAddress", () => {
  it.each([
    ["https://example.com/rules/a", "https://example.com/rules/a"],
    ["http://example.com", "http://example.com/"],
    ["https://example.com/a(b)|`c`\"d'<e>", "https://example.com/a%28b%29%7C%60c%60%22d%27%3Ce%3E"],
    ["https://example.com/100%", "https://example.com/100%25"],
    ["https://example.com/\u202e量", "https://example.com/%E2%80%AE%E9%87%8F"],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["//example.com", null],
    ["docs/rules.md", null],
    ["https://[::1]/", null],
    ["", null],
  ])("%s", (url, expected) => {
    expect(webAddress(url)).toBe(expected);
  });
});

describe("html", () => {
  it.each([
    ["an element", "<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"],
    ["an attribute", '" onload="x', "&quot; onload=&quot;x"],
    ["an entity", "&lt;", "&amp;lt;"],
    ["line ends", "a\r\nb\tc", "a\nb c"],
    ["hidden characters", "\u202ea\u200b\u001bb\0\ud800", "ab"],
  ])("%s", (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });
});

describe("xml", () => {
  it.each([
    ["an element", "<a b='c'>&amp;", "&lt;a b=&#39;c&#39;&gt;&amp;amp;"],
    ["the end of a section", "]]>", "]]&gt;"],
    ["characters that XML forbids", "a\0\u0008\ufffe\uffff\ud800b", "ab"],
    ["line ends", "a\nb", "a b"],
    ["an override", "\u202ea", "a"],
    ["log commands", "::error::x ##[group]", "&#58;:error::x ##&#91;group]"],
  ])("%s", (_, text, expected) => {
    expect(xml(text)).toBe(expected);
  });
});

describe("workflow commands", () => {
  it.each([
    ["a percent sign", "25%", "25%25", "25%25"],
    ["line ends", "a\r\nb\nc\rd", "a%0Ab%0Ac%0Ad", "a b c d"],
    ["separators", "a:b,c", "a:b,c", "a%3Ab%2Cc"],
    ["another command", "a\n::error::b", "a%0A: :error::b", "a %3A%3Aerror%3A%3Ab"],
    ["an older command", "##[add-mask]x", "##⟦add-mask]x", "##⟦add-mask]x"],
    ["an escape sequence", "\u001b[31mx", "␛[31mx", "␛[31mx"],
    ["an override", "\u202ex", "\\u{202E}x", "\\u{202E}x"],
  ])("%s", (_, text, data, property) => {
    expect(workflowCommandData(text)).toBe(data);
    expect(workflowCommandProperty(text)).toBe(property);
  });

  it("stay on one line for any text", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(workflowCommandData(text)).toMatch(/^\P{Cc}*$/u);
        expect(workflowCommandProperty(text)).toMatch(/^[^\p{Cc}:,]*$/u);
      }),
    );
  });
});

describe("csvCell", () => {
  it.each<[string, string | number | boolean | null, string]>([
    ["a formula", "=1+2", `"'=1+2"`],
    ["a formula with quotes", '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ["a plus", "+cmd|' /C calc'!A0", `"'+cmd|' /C calc'!A0"`],
    ["a minus", "-2+3", `"'-2+3"`],
    ["an at sign", "@SUM(A1)", `"'@SUM(A1)"`],
    ["a formula after blanks", "\t =1", `"'  =1"`],
    ["a formula after hidden characters", "\u200b\ufeff=1", `"'=1"`],
    ["a formula in full width", "＝1", `"'＝1"`],
    ["a formula on a later line stays in its cell", "a\r\n=1", '"a\n=1"'],
    ["a separator of another language", "a;=1", '"a;=1"'],
    ["a signed number", "-5.25", "-5.25"],
    ["a relative target", "+25%", "+25%"],
    ["a number", -5, "-5"],
    ["true", true, "true"],
    ["nothing", null, ""],
    ["a comma", "a,b", '"a,b"'],
    ["a quotation mark", 'a"b', '"a""b"'],
    ["a workflow command", "::error::x", '"::error::x"'],
    ["an older command", "##[x]", "##⟦x]"],
    ["ordinary text", "Größe 量", "Größe 量"],
  ])("%s", (_, value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });
});

describe("jsonText", () => {
  it("keeps every text exactly and shows no hidden character", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const written = jsonText({ text });
        expect(JSON.parse(written)).toEqual({ text });
        expect(written).toMatch(/^[^\p{Cs}\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*$/u);
      }),
    );
  });

  it("writes log commands so that no build service reads them", () => {
    expect(jsonText("##[add-mask]x")).toBe('"##\\u005badd-mask]x"\n');
    expect(JSON.parse(jsonText("##vso[x]"))).toBe("##vso[x]");
  });
});

describe("plain and shorten", () => {
  it("give one line of the wanted length", () => {
    expect(plain(" a\n\u202eb\u0007 ")).toBe("a b");
    expect(shorten("abcdef", 6)).toBe("abcdef");
    expect(shorten("abcdefg", 6)).toBe("abcde…");
    expect(shorten("abcd👍g", 6)).toBe("abcd…");
    expect(shorten(LONG, 4000)).toHaveLength(4000);
  });
});
