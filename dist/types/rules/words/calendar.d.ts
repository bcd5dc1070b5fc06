/** Dates and labels in titles, whose digits are no values. */
/** A title with dates blanked out, lengths kept; years alone stay, because they may be values. */
export declare function withoutDates(plain: string): string;
/** A title without dates and labels: what is left of its digits may be values. */
export declare function withoutLabels(plain: string): string;
