/** Documents with one cause of trouble each, and what is said of it. */

import { BAD_KEYS } from "./bad-keys.ts";
import type { Bad } from "./bad-row.ts";
import { BAD_TEXTS } from "./bad-texts.ts";
import { BAD_VALUES } from "./bad-values.ts";

export const BAD: readonly Bad[] = [...BAD_TEXTS, ...BAD_KEYS, ...BAD_VALUES];
