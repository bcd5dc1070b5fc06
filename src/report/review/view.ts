/** The part of a review that is shown to people; a report that comes back from JSON holds no more than this. */

import type { LocatedChange, ReviewResult } from "../../engine/review.ts";
import type { Cause } from "../../progress/attribution.ts";
import type { Judgement } from "../../progress/judge.ts";

export type ChangeView = Omit<LocatedChange, "place">;

export interface JudgementView extends Pick<Judgement, "status" | "attainment" | "pace" | "used" | "stale"> {
  readonly target: { readonly kind: "reach" | "keep" | "budget" } | null;
}

export interface EffectView {
  readonly id: string;
  readonly kpi: { readonly definition: { readonly title?: string } };
  readonly attribution: {
    readonly before: JudgementView;
    readonly definitionOnly: JudgementView;
    readonly dataOnly: JudgementView;
    readonly after: JudgementView;
    readonly cause: Cause;
    readonly fromEdit: number | null;
    readonly fromData: number | null;
  };
}

export interface ReviewView extends Omit<ReviewResult, "changes" | "effects"> {
  readonly changes: readonly ChangeView[];
  readonly effects: readonly EffectView[];
}
