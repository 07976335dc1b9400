/** What a sign is called, and what to write for it. */
export type ForeignSign = readonly [called: string, written: string];

const FULL_WIDTH = "a full-width sign";
export const INVISIBLE = "an invisible character";
export const DASH = "a typographic dash";
const MATHS = "a sign of mathematics";

/** Signs that editors, word processors and other keyboards write for one of Lua's. */
export const FOREIGN_SIGNS: Readonly<Record<string, ForeignSign>> = {
  "\uFF0C": [FULL_WIDTH, ","],
  "\u3001": [FULL_WIDTH, ","],
  "\uFF1B": [FULL_WIDTH, ";"],
  "\uFF1A": [FULL_WIDTH, "="],
  "\uFF08": [FULL_WIDTH, "("],
  "\uFF09": [FULL_WIDTH, ")"],
  "\uFF1D": [FULL_WIDTH, "="],
  "\uFF5B": [FULL_WIDTH, "{"],
  "\uFF5D": [FULL_WIDTH, "}"],
  "\u00A0": [INVISIBLE, " "],
  "\u200B": [INVISIBLE, ""],
  "\u200C": [INVISIBLE, ""],
  "\u200D": [INVISIBLE, ""],
  "\u2028": [INVISIBLE, " "],
  "\u202F": [INVISIBLE, " "],
  "\u3000": [INVISIBLE, " "],
  "\uFEFF": [INVISIBLE, ""],
  "\u2013": [DASH, "-"],
  "\u2014": [DASH, "-"],
  "\u2212": [DASH, "-"],
  "\u2026": ["an ellipsis in one sign", "..."],
  "\u00D7": [MATHS, "*"],
  "\u00F7": [MATHS, "/"],
  "\u2260": [MATHS, "~="],
  "\u2264": [MATHS, "<="],
  "\u2265": [MATHS, ">="],
  "\u2192": ["an arrow", "="],
};

/** Letters of other scripts that look like those of names. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...pairs(
      "\u0430\u0435\u043E\u0440\u0441\u0445\u0443\u0456\u0455",
      "aeopcxyis",
    ),
    ...pairs("\u0410\u0415\u041E\u0420\u0421\u0425\u0422\u041C", "AEOPCXTM"),
    ...pairs("\u03BF\u03B1\u03BD", "oav"),
  ],
);

function* pairs(from: string, to: string): Iterable<[string, string]> {
  for (const [index, letter] of [...from].entries()) {
    yield [letter, to[index]!];
  }
}
