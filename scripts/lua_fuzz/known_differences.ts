import type { NativeLua } from "./native_lua.ts";

/** Something that is not the same here and in native Lua, and why. */
export interface KnownDifference {
  readonly reason: string;
  /** Whether it is what makes two answers differ. */
  readonly explains: (difference: Difference, native: NativeLua) => boolean;
}

/** What a body of Lua gave in both. */
export interface Difference {
  readonly body: string;
  readonly here: string;
  readonly native: string;
}

const withoutNan = (text: string) => text.replaceAll("-nan", "nan");
const withoutLine = (text: string) => text.replace(/main\.lua:\d+/, "");
const digits = (text: string) =>
  text.replace(/\d+\.\d{6,}|\d{7,}/g, (number) => number.slice(0, 9));

/**
 * All that may differ. Nothing is listed that a profile could be wrong by: what
 * differs from Lua on purpose is refused there, and told.
 */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    reason: "which of two bad arguments `math.fmod` names is the C compiler's",
    explains: ({ body, here, native }) =>
      body.includes("math.fmod") &&
      [here, native].every((text) =>
        /bad argument #[12] to '[^']*' \(number expected/.test(text)
      ),
  },
  {
    reason:
      "NaN prints one way here; the sign of a computed NaN is the processor's",
    explains: ({ body, here, native }) =>
      withoutNan(here) === withoutNan(native) ||
      // As a format of `string.pack`, which reads the sign first.
      body.includes("(0/0)") && native.includes("invalid format option '-'"),
  },
  {
    reason: "the last digits of `^` are the C library's",
    explains: ({ body, here, native }) =>
      /\^|math\.(exp|log|sin|cos|tan)/.test(body) &&
      digits(here) === digits(native),
  },
  {
    reason: "the native Lua is older and has a bug that is told above",
    explains: ({ here, native }, { bugs }) =>
      bugs.size > 0 &&
      (/divide by zero|'n%+0'/.test(here) &&
          withoutLine(here) === withoutLine(native) ||
        /to '(table\.)?remove' \(position/.test(here) &&
          here.replace("#2", "#1") === native),
  },
  {
    reason: "a name that is not here is answered with why",
    explains: ({ here }) => here.includes("is not available in a profile"),
  },
  {
    reason: "what is too large for 64 MiB here is not for native Lua",
    explains: ({ here, native }) =>
      /not enough memory|resulting string too large|string length overflow/
        .test(here + native),
  },
  {
    reason:
      "stacks have other sizes: 300,000 values here, 200 calls of C in both",
    explains: ({ here, native }) => /stack overflow/.test(here + native),
  },
  {
    reason:
      "integers of the C API have 32 bits here: `too many results` is said of fewer",
    explains: ({ here, native }) =>
      /too many (results|elements|values)|out of range|too large/.test(
        here + native,
      ),
  },
];
