import { describe, expect, it } from "vitest";
import { type CheckFormat, checkReporters } from "../../src/report/formats.ts";
import { context, rich } from "./fixture.ts";

const files: Record<CheckFormat, string> = {
  pretty: "pretty.golden.txt",
  json: "check.golden.json",
  sarif: "check.golden.sarif",
  github: "github.golden.txt",
  junit: "junit.golden.xml",
  gitlab: "gitlab.golden.json",
  markdown: "markdown.golden.md",
};

describe("one rich result", () => {
  it.each(Object.entries(files) as [CheckFormat, string][])("as %s", async (format, file) => {
    await expect(checkReporters[format](rich, context)).toMatchFileSnapshot(`golden/${file}`);
  });

  it("as pretty on a narrow terminal", async () => {
    const shown = checkReporters.pretty(rich, { ...context, width: 60 });
    await expect(shown).toMatchFileSnapshot("golden/pretty-narrow.golden.txt");
  });

  it("as pretty in colour with links, escapes written out", async () => {
    const shown = checkReporters.pretty(rich, { ...context, width: 140, colour: true, hyperlinks: true });
    await expect(shown.replaceAll("\u001b", "␛")).toMatchFileSnapshot("golden/pretty-colour.golden.txt");
  });
});
