import {
  type FlagName,
  FLAGS,
  flagSpec,
  isFlag,
  OLDER_SPELLINGS,
} from "./flag_table.ts";

/** A word with dashes, as it was met. */
export interface GivenFlag {
  /** As typed: with its dashes, without its value. */
  readonly written: string;
  readonly name: FlagName | "selector" | undefined;
  readonly value?: string | undefined;
  /** The value was joined to the flag by `=`. */
  readonly joined: boolean;
  readonly next?: string | undefined;
}

/** Sorts the words into flags, words, and words after `--`. */
export function splitWords(args: readonly string[]): {
  readonly given: readonly GivenFlag[];
  readonly words: readonly string[];
  readonly literals: readonly string[];
} {
  const given: GivenFlag[] = [];
  const words: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!;
    if (word === "--") return { given, words, literals: args.slice(at + 1) };
    if (!word.startsWith("-") || word === "-") {
      words.push(word);
      continue;
    }
    const flag = readFlag(word, args[at + 1]);
    if (flag.value !== undefined && !flag.joined) at++;
    given.push(flag);
  }
  return { given, words, literals: [] };
}

function readFlag(word: string, next: string | undefined): GivenFlag {
  const equals = word.indexOf("=");
  const joined = equals >= 0;
  const written = joined ? word.slice(0, equals) : word;
  const name = flagNamed(written);
  if (joined) return { written, name, joined, value: word.slice(equals + 1) };
  const takesValue = name === "selector" ||
    (name !== undefined && flagSpec(name).value !== undefined);
  // `--pod-name --strict` is a forgotten name, not a Pod called `--strict`.
  if (!takesValue || next === undefined || /^-./.test(next)) {
    return { written, name, joined, next };
  }
  return { written, name, joined, value: next };
}

/** The flag that a word with dashes, without its value, means. */
export function flagNamed(written: string): FlagName | "selector" | undefined {
  if (!written.startsWith("--")) {
    const names = Object.keys(FLAGS) as FlagName[];
    return names.find((name) => `-${flagSpec(name).letter}` === written);
  }
  const name = written.slice(2);
  if (Object.hasOwn(OLDER_SPELLINGS, name)) return OLDER_SPELLINGS[name];
  return isFlag(name) ? name : undefined;
}
