/** A small action that stands in for the real one where the harness itself is tried: it keeps one comment up to date. */

import type { TestContext } from "vitest";
import { Folder } from "../../support/cli.ts";

const SCRIPT = `
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
const { env } = process;
const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, "utf8"));
const repository = env.GITHUB_API_URL + "/repos/" + env.GITHUB_REPOSITORY;
async function call(method, url, data) {
  const headers = { "content-type": "application/json", accept: "application/vnd.github+json" };
  if (env.INPUT_TOKEN) headers.authorization = "Bearer " + env.INPUT_TOKEN;
  const answer = await fetch(url, { method, headers, body: data && JSON.stringify(data) });
  console.log(method + " " + answer.status);
  return { ok: answer.ok, value: await answer.json() };
}
const comments = repository + "/issues/" + event.pull_request.number + "/comments";
const found = await call("GET", comments + "?per_page=100");
const mine = found.value.find?.((one) => one.body.startsWith("<!-- fake -->"));
const data = { body: env["INPUT_WRONG-BODY"] ? 7 : "<!-- fake -->\\n" + env.INPUT_BODY };
const done = mine ? await call("PATCH", mine.url, data) : await call("POST", comments, data);
if (env["INPUT_ELSEWHERE"]) await fetch(env["INPUT_ELSEWHERE"]).catch(() => {});
console.log("::add-mask::" + env.INPUT_TOKEN);
console.log("::error file=kpis/a.yaml,line=3,col=2,endLine=4,title=a%2Cb%3A 100%25::first%0Asecond");
console.error("##[warning]from the old form");
appendFileSync(env.GITHUB_OUTPUT, "comment-action=" + (done.ok ? (mine ? "updated" : "created") : "skipped") + "\\n");
appendFileSync(env.GITHUB_OUTPUT, "markdown<<END\\none\\ntwo=2\\nEND\\n");
writeFileSync(env.RUNNER_TEMP + "/report.json", "{}");
appendFileSync(env.GITHUB_OUTPUT, "report=" + env.RUNNER_TEMP + "/report.json\\n");
appendFileSync(env.GITHUB_STEP_SUMMARY, "# Done\\n");
process.exitCode = done.ok ? 0 : 1;
`;

/** The bundle in a folder of its own, which goes with the test. */
export function fakeAction({ onTestFinished }: Pick<TestContext, "onTestFinished">): string {
  const folder = new Folder({ "dist/action.mjs": SCRIPT });
  onTestFinished(() => folder.drop());
  return folder.join("dist/action.mjs");
}
