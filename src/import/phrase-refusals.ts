/** Texts that are no target, and why; said before anything is read from them. */

const NOTHING = /^(?:|n\/?a|n\.a\.?|none|nil|null|-+|\.+|—|\?+|unknown|not available|not set|no target(?: set)?|x+)$/i;
const UNDECIDED =
  /\b(?:tb[dca]|todo|fixme|pending|tbe)\b|\bto (?:be )?(?:determined|confirmed|announced|defined|established|decided|set|follow|agreed|developed)\b|\b(?:baseline|targets?) (?:being|to be|will be|under|in) (?:developed|development|established|set|defined)\b|\bnot (?:yet )?(?:determined|defined|decided|established|set)\b/i;
const NOT_APPLICABLE = /\bnot applicable\b|\bnot available\b/i;
const SPREADSHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/i;
const ABOUT =
  /^(?:~|≈|c\.|ca\.?|circa|about|around|approx(?:\.|imately)?|roughly|some|nearly|almost|up to about)(?= |\d)/i;

/** Why a text says no target at all; null where it may say one. */
export function whyNot(phrase: string): string | null {
  if (NOTHING.test(phrase)) return "it names no target";
  if (SPREADSHEET_ERROR.test(phrase)) return "it is an error of a spreadsheet";
  if (/^[=@]/.test(phrase)) return "it is a formula";
  if (NOT_APPLICABLE.test(phrase)) return "it says that there is no target";
  if (UNDECIDED.test(phrase)) return "it is not decided yet";
  if (ABOUT.test(phrase)) return "it is approximate; one number can be reached or missed";
  return null;
}

/** Why nothing could be read from a text that is not empty. */
export function whyUnreadable(phrase: string): string {
  const numbers = phrase.match(/\d+(?:[.,]\d+)*/g) ?? [];
  if (phrase.includes("\uFFFD") || /^\? ?[\d+]/.test(phrase)) return "a sign before the number is lost";
  if (numbers.length === 0) return "it holds no number";
  if (numbers.length > 1) return "it holds several numbers, or a comparison that has no form";
  if (/\b(?:previous|prior|last|past|current)\b/i.test(phrase)) return "it compares with a value that it does not name";
  return "it says more than one amount";
}
