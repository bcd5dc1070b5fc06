/** Every form of text, with its traps and the rule that speaks when it is not met. */
import type { Form } from "../json-schema.ts";
import type { Trap } from "./traps/trap.ts";
export interface FormInfo {
    readonly traps: readonly Trap[];
    readonly ruleId: string;
    /** The message id where no trap applies. */
    readonly messageId: string;
}
export declare const FORMS: Readonly<Record<Form, FormInfo>>;
/** Text that has a pattern and no traps. */
export declare const PLAIN_FORM: FormInfo;
/** Text where a number is wanted. */
export declare const NUMBER_FORM: FormInfo;
