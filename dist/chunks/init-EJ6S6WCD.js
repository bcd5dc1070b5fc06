import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{stateOf,writeNewFiles}from"./chunk-WCKTY7QP.js";import{NEW_FILE}from"./chunk-QAHFLYCE.js";import{textSource}from"./chunk-TV5QRWHD.js";import"./chunk-7YFI6XEM.js";import"./chunk-OWFFFHZW.js";import"./chunk-DVX4ZNZE.js";import"./chunk-WJT7E36I.js";import{paint}from"./chunk-LUPHMY35.js";import{asOfFrom,openProject,prefixOf}from"./chunk-2DT4FKRE.js";import"./chunk-PWCNFIX7.js";import"./chunk-PYI2PZSQ.js";import{count}from"./chunk-QCGJ4KUR.js";import{terminal}from"./chunk-UWJI5URP.js";import{wantsColour}from"./chunk-6FITF3RB.js";import{defaultBranch,repositoryOf,runGit}from"./chunk-JOHWNDDU.js";import{CONFIG_SCHEMA_URL,SCHEMA_URL}from"./chunk-E73ZUCF3.js";import"./chunk-RIMIDQVY.js";import"./chunk-XQRBKYLG.js";import"./chunk-ISD3ENDM.js";import"./chunk-7ODMJRK6.js";import{EXIT,UsageError}from"./chunk-FFK76BZP.js";import"./chunk-IRXS5GTF.js";import{addMonths,dayOf,formatDay,formatDayLong,partsOf}from"./chunk-7EFHBOX4.js";import"./chunk-NHHW5GGT.js";import{CONFIG_FILE}from"./chunk-Z7QM6TNI.js";import"./chunk-GQRS7CFA.js";import{OWNER}from"./chunk-5GO7NECD.js";import{isInside,kindOf,readText,relativeTo,walk}from"./chunk-S4M2FQNZ.js";import"./chunk-CYKQUMY4.js";import*as path2 from"node:path";import*as path from"node:path";var CODEOWNERS=[".github/CODEOWNERS","CODEOWNERS","docs/CODEOWNERS"],MODELINE=/^#\s*yaml-language-server:\s*\$schema=/m;async function initFacts(project,host){let found=await repositoryOf(project.root,host.env),repository=found.ok?found.value:null,top=repository?.top??null,remotes=repository===null?"":await gitOutput(repository,["config","--get-regexp","^remote\\..*\\.url$"]);return{gitRoot:top,onGitHub:/(?:^|[@/.])github\.[\w.-]+[:/]/m.test(remotes)||top!==null&&kindOf(path.join(top,".github"))==="directory",branch:repository===null?"main":await branchOf(repository),prefix:repository?.prefix??"",owner:codeOwner(top??project.root)??(repository===null?null:await committer(repository)),workflows:top===null?[]:workflowsIn(top),withoutModeline:project.files.filter(file=>!MODELINE.test(project.textOf(file)??"# yaml-language-server: $schema="))}}async function gitOutput(repository,args){let run=await runGit({folder:repository.top,env:repository.env,args});return run.ok&&run.value.status===0?run.value.out.toString("utf8").trim():""}async function branchOf(repository){let found=await defaultBranch(repository);return found.ok?found.value.replace(/^refs\/(?:heads|remotes\/[^/]+)\//,""):await gitOutput(repository,["symbolic-ref","--short","HEAD"])||"main"}function codeOwner(folder){for(let file of CODEOWNERS){let read=readText(path.join(folder,file));if(!read.ok)continue;let rules=read.text.split(/\r?\n/).map(line=>line.replace(/#.*/,"").trim().split(/\s+/)),owner=(rules.findLast(([pattern])=>pattern==="*")??rules.find(words=>words.length>1))?.slice(1).find(word=>OWNER.test(word));if(owner!==void 0)return owner}return null}async function committer(repository){let email=await gitOutput(repository,["config","--get","user.email"]),handle=/^(?:\d+\+)?([\w-]+)@users\.noreply\.github\.com$/.exec(email)?.[1],owner=handle===void 0?email:`@${handle}`;return OWNER.test(owner)?owner:null}var OURS=/kpi-as-code|\bkpi check\b/;function workflowsIn(top){let folder=path.join(top,".github/workflows");return kindOf(folder)!=="directory"?[]:walk(folder,{accept:file=>/^[^/]+\.ya?ml$/.test(file),boundary:"",respectGitIgnore:!1}).filter(file=>{let read=readText(path.join(folder,file));return read.ok&&OURS.test(read.text)}).map(file=>relativeTo(top,path.join(folder,file)))}var FIRST_METRIC="time-to-production",MONTHS=6;function firstFile(owner,today){let{year,month}=partsOf(today),start=dayOf(year,month,1),end=addMonths(start,MONTHS)-1,name=textSource(owner);return`${NEW_FILE.replace(`version: 1
`,"")}# An example: change it to what you want to reach, or add your own with \`kpi add kpi\`.
version: 1

goals:
  quick-releases:
    title: Users benefit from every change without waiting for it
    owner: ${name}
    why: Feedback that comes late costs more than the work itself.

metrics:
  ${FIRST_METRIC}:
    title: Time to production
    definition: Median days from merging a change to running it in production, over all changes of the month.
    category: operational
    unit: days
    better: lower
    cadence: monthly
    bounds: { min: 0 }
    source: { system: deployment log, how: manual }

kpis:
  ${FIRST_METRIC}-of-3-days:
    title: Time to production of 3 days by ${formatDayLong(end)}
    goal: quick-releases
    metric: ${FIRST_METRIC}
    timeframe: { start: ${formatDay(start)}, end: ${formatDay(end)} }
    target: 3
    owner: ${name}
    baseline: 7
    type: lagging
    why: Every day less brings the feedback of users a day earlier.
    if_off_track: Find the slowest step of the last ten releases, and work on that one first.
    review: { every: monthly, last: ${formatDay(today)} }
`}var FIRST_CONFIG=`# yaml-language-server: $schema=${CONFIG_SCHEMA_URL}
# The folder that holds this file is the workspace root: all ids below it are one name space.
version: 1

# recommended, or strict, which raises every level by one. \`kpi rules\` lists the rules with their levels here.
extends: recommended

# Levels of single rules: off, info, warn or error.
# rules:
#   relevant/why-missing: warn
`;function workflow(branch,prefix){let name=/^[\w./-]+$/.test(branch)&&!/^[\d.]/.test(branch)?branch:JSON.stringify(branch),folder=prefix.replace(/\/$/,""),inputs=folder===""?"":`        with: { working-directory: ${JSON.stringify(folder)} }
`;return`# Says on every pull request what it changes in goals and KPIs, what is newly wrong, and where KPIs stand.
name: KPIs
on: { pull_request: {}, merge_group: {}, push: { branches: [${name}] } }
permissions: { contents: read, pull-requests: write }
concurrency: { group: "kpi-\${{ github.event.pull_request.number || github.ref }}", cancel-in-progress: true }
jobs:
  kpi:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with: { fetch-depth: 2 }
      - uses: kpi-as-code/kpi-as-code@v1
${inputs}`}var FIRST_FILE="kpi.yaml",WORKFLOW=".github/workflows/kpi.yml",NOBODY="team:your-team";async function initCommand(options,host){if(options.owner!==void 0&&!OWNER.test(options.owner))throw new UsageError(`--owner wants "@handle", "@org/team", team:name or an e-mail address, not "${terminal(options.owner)}".`);let project=await openProject([],options,host),facts=await initFacts(project,host),proposal=options.owner??facts.owner??NOBODY,planned=plan(proposal,project,facts,options,host),owner=host.isInteractive&&options.yes!==!0&&options.dryRun!==!0&&planned.files.length>0?await agreed(planned,proposal,project,facts,host):proposal;if(owner===null)return host.terminal.note(`kpi: Nothing was written.
`),EXIT.interrupted;let{files,left}=owner===proposal?planned:plan(owner,project,facts,options,host);return options.dryRun===!0?await showDiff(files,options,host):await writeNewFiles(files),options.quiet!==!0&&host.terminal.out(told(files,left,project,facts,options,host)),EXIT.clean}function plan(owner,project,facts,options,host){let files=[],left=[],add=(folder,name,text,prefix)=>{let file={path:path2.join(folder,name),shown:prefix+name,text};stateOf(file)==="new"?files.push(file):left.push(`${terminal(file.shown)} is there already; it stays as it is.`)},here=prefixOf(project,host);if(project.files.length>0){let[first=""]=project.files,others=project.files.length===1?"":` and ${count(project.files.length-1,"other KPI file")}`,verb=project.files.length===1?"is":"are";left.push(`${terminal(here+first)}${others} ${verb} there already; no example is written.`)}else add(project.root,FIRST_FILE,firstFile(owner,asOfFrom(options,host).asOf),here);return add(project.root,CONFIG_FILE,FIRST_CONFIG,here),planWorkflow(facts,options,host,add,left),{files,left}}function planWorkflow(facts,options,host,add,left){let{gitRoot,workflows,onGitHub,branch,prefix}=facts;if(options.workflow!==!1)if(gitRoot===null)left.push("This folder is in no git repository, so that no workflow is written; run kpi init again after git init.");else if(workflows.length>0)left.push(`${workflows.map(file=>terminal(file)).join(", ")} runs kpi already; no workflow is written.`);else if(onGitHub||options.workflow===!0){let up=path2.relative(host.startedIn,gitRoot).split(path2.sep).join("/");add(gitRoot,WORKFLOW,workflow(branch,prefix),up===""?"":`${up}/`)}else left.push("No remote is on GitHub, so that no workflow is written; --workflow writes one all the same.")}async function agreed({files,left},proposal,project,facts,host){let ask=await host.ask();ask.intro("Start with KPIs as code");let where=facts.gitRoot===null?"no git repository":`a git repository${facts.onGitHub?" on GitHub":""}, branch ${terminal(facts.branch)}`;host.terminal.note(`│  Found ${where}.
${left.map(sentence=>`│  ${sentence}
`).join("")}`);let owner=proposal;if(files.some(file=>file.path===path2.join(project.root,FIRST_FILE))){let answer=await ask.text({message:`Who answers for the first goal? @handle, @org/team, team:name or an e-mail address; Enter takes ${terminal(proposal)}:`,placeholder:terminal(proposal),validate:value=>value.trim()===""||OWNER.test(value.trim())?void 0:"Write @handle, @org/team, team:name or an e-mail address."});if(answer===null)return null;owner=answer.trim()||proposal}let names=files.map(({shown})=>terminal(shown)).join(", ");return await ask.confirm({message:`Write ${names}?`,initial:!0})!==!0?null:(ask.outro("Writing."),owner)}function told(files,left,project,{withoutModeline},options,host){let paints=paint(wantsColour(host.terminal.outIsTerminal,options.color,host.env)),verb=options.dryRun===!0?"Would write":"Wrote",lines=[...files.map(({shown})=>`${verb} ${terminal(shown)}.`),...left];files.length===0&&lines.push("Everything is there; nothing was written.");let[bare]=withoutModeline;if(bare!==void 0){let others=withoutModeline.length===1?"":` and ${withoutModeline.length-1} more`;lines.push("",`For completion and checks in editors, write this at the top of ${terminal(prefixOf(project,host)+bare)}${others}:`,`# yaml-language-server: $schema=${SCHEMA_URL}`)}files.some(({text})=>text.includes(`owner: ${NOBODY}`))&&lines.push(`Nobody is known to answer yet: put a name in place of ${NOBODY} in ${FIRST_FILE}.`);let next=["kpi check",...files.some(file=>file.path===path2.join(project.root,FIRST_FILE))?[`kpi record ${FIRST_METRIC} 6.5`,"kpi add kpi"]:["kpi progress"]],into=goInto(project,host);return lines.push("",`${paints.bold("Next:")} ${next.map(command=>into+command).join(`
      `)}`),`${lines.join(`
`)}
`}function goInto(project,host){return isInside(project.root,host.startedIn)||kindOf(host.startedIn)!=="directory"?"":`cd ${terminal(path2.relative(host.startedIn,project.root))} && `}async function showDiff(files,options,host){let{unifiedDiff}=await import("./unified-diff-DINJVEH5.js"),{shownDiff}=await import("./diff-J4UUNSR5.js"),diff=unifiedDiff(files.map(({shown,text})=>({path:shown.replace(/^(?:\.\.\/)+/,""),before:"",after:text})));host.terminal.out(shownDiff(diff,wantsColour(host.terminal.outIsTerminal,options.color,host.env)))}export{initCommand};
