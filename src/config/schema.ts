/** The shape of `kpi.config.yaml`. */

import { z } from "zod";
import { choice, fields, formed, texts } from "../definition/common.ts";
import { LANGUAGE, MONTH_DAY } from "../definition/patterns.ts";
import { OVERRIDE } from "../definition/snippets.ts";

const LEVELS = {
  off: "The rule does not run.",
  info: "Shown; never fails.",
  warn: "A warning.",
  warning: "A warning; the same as `warn`.",
  error: "An error: `kpi check` fails.",
};

export const level = choice(LEVELS, {
  title: "Level",
  description: "How severe a finding of this rule is, or `off`.",
  examples: ["off", "warn"],
});

const options = z.record(z.string(), z.unknown()).meta({
  title: "Options",
  description: "The rule's own options; `kpi explain` with the rule's id describes them.",
  examples: [{}],
});

const ruleSetting = z.union([level, z.tuple([level]), z.tuple([level, options])]).meta({
  title: "Rule",
  description: "The level of a rule: `off`, `info`, `warn`, `error`, or `[level, { options }]`.",
  examples: ["off", "warn", ["warn", {}]],
});

/** Any rule id is of the right shape; whether a rule exists is known only to the register of rules. */
function ruleSettings(description: string) {
  return z.record(z.string(), ruleSetting).meta({
    title: "Rules",
    description,
    examples: [{ "specific/vague-term": "off" }],
  });
}

function share(title: string, description: string, value: number) {
  return z
    .number()
    .min(0)
    .max(1)
    .meta({ title, description: `${description} Default: ${value}.`, examples: [value], default: value })
    .optional();
}

function limit(title: string, description: string, value: number) {
  return z
    .int()
    .min(1)
    .meta({ title, description: `${description} Default: ${value}.`, examples: [value], default: value })
    .optional();
}

const globs = (title: string, description: string, example: string) =>
  texts({ title, description, examples: [[example]] }).optional();

/** The config with any rule ids. */
export const configDefinition = fields({
  version: z
    .literal(1)
    .meta({
      title: "Version",
      description: "The version of the config's format. Always `1` today.",
      examples: [1],
      errorMessage: "This version of the config is 1: write version: 1.",
    })
    .optional(),
  extends: z
    .union([
      z.string().meta({
        title: "One",
        description: "`recommended`, `strict`, a file that begins with `./`, or the name of an npm package.",
        examples: ["recommended", "strict"],
      }),
      z.array(z.string()).meta({ title: "Several", description: "Later ones win." }),
    ])
    .meta({
      title: "Extends",
      description:
        "What this config builds on: `recommended` (the default), `strict`, a `./file.yaml`, or an npm package. Only data is read from a package, never code. In a list later ones win.",
      examples: ["recommended", "strict", ["strict", "./team.yaml"]],
    })
    .optional(),
  include: globs(
    "Include",
    "Globs of the definition files, instead of the default `kpi.yaml`, `**/*.kpi.yaml`, `**/*.kpi.yml` and `kpis/**/*.{yaml,yml}`.",
    "kpis/**/*.yaml",
  ),
  exclude: globs("Exclude", "Globs of files to leave out. Git-ignored files are left out anyway.", "kpis/archive/**"),
  language: formed(null, LANGUAGE, {
    title: "Language",
    description: "The language of the titles. Rules on words know English only and are off for others. Default: `en`.",
    examples: ["en", "de"],
    default: "en",
    patternErrorMessage: "A language is a tag such as en, de or pt-BR.",
  }).optional(),
  plugins: texts({
    title: "Plugins",
    description:
      "Modules with rules of your own, made with `defineRule`. Their code runs, so name only what you trust; the Action does not load them for pull requests from forks.",
    examples: [["./rules/our-rules.mjs"]],
  }).optional(),
  fiscal_year_starts: formed("month-day", MONTH_DAY, {
    title: "Fiscal year starts",
    description:
      "The day on which the fiscal year starts, as `MM-DD`, for timeframes such as `FY2026`. Default: `01-01`.",
    examples: ["04-01"],
    default: "01-01",
    patternErrorMessage: "Write a day that every year has as MM-DD, such as 04-01.",
  }).optional(),
  fiscal_year_named_by: choice(
    {
      start: "FY2026 is the one that starts in 2026.",
      end: "FY2026 is the one that ends in 2026.",
    },
    {
      title: "Fiscal year named by",
      description: "Which calendar year gives a fiscal year its number. Default: `start`.",
      examples: ["end"],
      default: "start",
    },
  ).optional(),
  status: fields({
    on_track: share("On track", "From this share of the planned progress on, a KPI is on track.", 0.95),
    at_risk: share(
      "At risk",
      "From this share of the planned progress on, a KPI is at risk; below it, off track.",
      0.75,
    ),
    warm_up: share("Warm-up", "For this first share of the window a KPI is at worst at risk.", 0.1),
  })
    .meta({
      title: "Status",
      description: "The lines between on track, at risk and off track, as shares from 0 to 1 of the planned progress.",
      examples: [{ on_track: 0.95, at_risk: 0.75, warm_up: 0.1 }],
    })
    .optional(),
  limits: fields({
    kpis_per_goal: limit("KPIs per goal", "More active KPIs under one goal are reported.", 5),
    kpis_per_person: limit("KPIs per person", "More active KPIs of one person are reported.", 3),
    kpis_per_team: limit("KPIs per team", "More active KPIs of one team are reported.", 15),
  })
    .meta({
      title: "Limits",
      description: "How many active KPIs are too many: what is measured should be what matters.",
      examples: [{ kpis_per_goal: 5, kpis_per_person: 3, kpis_per_team: 15 }],
    })
    .optional(),
  rules: ruleSettings(
    "The level of each rule: `off`, `info`, `warn` or `error`, or `[level, { options }]`. `kpi rules` lists them.",
  ).optional(),
  overrides: z
    .array(
      fields({
        files: texts({
          title: "Files",
          description: "Globs of the definition files that these rules are for, relative to this file.",
          examples: [["kpis/legacy/**"]],
        }),
        rules: ruleSettings("The rules that differ for these files."),
      }).meta({ title: "Override", description: "Other rules for some files." }),
    )
    .meta({
      title: "Overrides",
      description: "Other rules for some files; later entries win.",
      examples: [[{ files: ["kpis/legacy/**"], rules: { "relevant/why-missing": "off" } }]],
      defaultSnippets: OVERRIDE,
    })
    .optional(),
}).meta({
  title: "KPI-as-code config",
  description: "How `kpi` reads and judges the definitions of this workspace. Everything has a default.",
});

/** The config as it is written in a file. */
export type ConfigDefinition = z.input<typeof configDefinition>;
export type RuleSetting = z.input<typeof ruleSetting>;
