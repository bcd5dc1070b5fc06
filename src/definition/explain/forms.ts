/** Every form of text, with its traps and the rule that speaks when it is not met. */

import type { Form } from "../json-schema.ts";
import { DATE_TRAPS, MONTH_DAY_TRAPS, PERIOD_TRAPS } from "./traps/date.ts";
import { ID_TRAPS, LINK_TRAPS, OWNER_TRAPS } from "./traps/names.ts";
import { NUMBER_TRAPS } from "./traps/number.ts";
import { TARGET_TRAPS } from "./traps/target.ts";
import { TIMEFRAME_TRAPS } from "./traps/timeframe.ts";
import type { Trap } from "./traps/trap.ts";

export interface FormInfo {
  readonly traps: readonly Trap[];
  readonly ruleId: string;
  /** The message id where no trap applies. */
  readonly messageId: string;
}

export const FORMS: Readonly<Record<Form, FormInfo>> = {
  target: { traps: TARGET_TRAPS, ruleId: "measurable/target-unreadable", messageId: "unreadable" },
  timeframe: { traps: TIMEFRAME_TRAPS, ruleId: "timely/timeframe-unreadable", messageId: "unreadable" },
  date: { traps: DATE_TRAPS, ruleId: "schema/format", messageId: "format" },
  "month-day": { traps: MONTH_DAY_TRAPS, ruleId: "schema/format", messageId: "format" },
  period: { traps: PERIOD_TRAPS, ruleId: "schema/format", messageId: "format" },
  value: { traps: NUMBER_TRAPS, ruleId: "schema/type", messageId: "type" },
  owner: { traps: OWNER_TRAPS, ruleId: "schema/pattern", messageId: "pattern" },
  id: { traps: ID_TRAPS, ruleId: "schema/pattern", messageId: "pattern" },
  link: { traps: LINK_TRAPS, ruleId: "schema/format", messageId: "format" },
};

/** Text that has a pattern and no traps. */
export const PLAIN_FORM: FormInfo = { traps: [], ruleId: "schema/pattern", messageId: "pattern" };

/** Text where a number is wanted. */
export const NUMBER_FORM: FormInfo = { traps: NUMBER_TRAPS, ruleId: "schema/type", messageId: "type" };
