/** zod → JSON Schema draft-07, one self-contained document with the keywords that editors read. */
import { z } from "zod";
import type { JsonSchema } from "./json-schema.ts";
/** The published form of a zod schema, with the address it is published at. */
export declare function toJsonSchema(schema: z.ZodType, id: string): JsonSchema;
/**
 * A zod schema as JSON Schema. Throws where a part of it cannot be said there.
 *
 * `.check()` and `.refine()` leave no trace in the output; what they check is stated a second time
 * with `.meta()` beside them, and tests hold the two together.
 */
export declare function jsonSchemaOf(schema: z.ZodType): JsonSchema;
