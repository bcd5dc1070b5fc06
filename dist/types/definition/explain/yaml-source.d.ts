/** Values as the YAML source that a suggestion writes: in flow style, so that it fits everywhere. */
/** One line of YAML that reads as `value`. */
export declare function yamlSource(value: unknown): string;
