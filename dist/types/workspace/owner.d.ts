/** Who answers for a goal or a KPI. */
export type OwnerKind = "person" | "team" | "email";
/**
 * `@handle`, `@org/team`, `team:name` or an e-mail address.
 *
 * The address part says "a dot that is neither first nor last in the domain" in a form that
 * never backtracks over the dots, so a hostile text costs no more than its length.
 */
export declare const ownerPattern: RegExp;
/** What sort of owner a well-formed owner text names; `@org/team` and `team:name` are teams. */
export declare function ownerKind(owner: string): OwnerKind;
