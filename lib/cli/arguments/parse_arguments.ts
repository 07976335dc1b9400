// Written by hand: an argument library costs as much at start as all the rest
// of this program, and the parser of node:util half of that.
import {
  conflicts,
  missingFlags,
  operandProblems,
  unmetNeeds,
} from "./check_arguments.ts";
import { type CommandName, DEFAULT_COMMAND } from "./command_table.ts";
import { type FlagName, type FLAGS, flagSpec, isFlag } from "./flag_table.ts";
import { type GivenFlag, splitWords } from "./given_flag.ts";
import { choicesOf, isCommand, isGroup, takesFlag } from "./known_commands.ts";
import type { UsageProblem } from "./usage_problem.ts";

type ValueOf<Spec> = Spec extends { readonly largest: number } ? number
  : Spec extends { readonly repeatable: true } ? readonly string[]
  : Spec extends { readonly value: string } ? string
  : true;

/** The flags given, by name; a switch is `true`. */
export type Flags = {
  readonly [Name in FlagName]?: ValueOf<(typeof FLAGS)[Name]>;
};

/** What somebody typed, understood. */
export interface Arguments {
  readonly command: CommandName;
  /** The command was written out, not assumed. */
  readonly commandNamed: boolean;
  /** The first word of commands of two, without a second one that makes one. */
  readonly group?: string;
  readonly operands: readonly string[];
  readonly flags: Flags;
  /** What cannot be understood; empty when all is well. */
  readonly problems: readonly UsageProblem[];
}

/**
 * Reads the words of a command line by the table of commands and flags. Flags
 * may stand anywhere; after `--` every word is an operand. The first operand
 * is the command if it names one, else the command is `resolve`.
 *
 * Never throws: every mistake is in `problems`.
 *
 * @param args the words after the program's name
 */
export function parseArguments(args: readonly string[]): Arguments {
  const { given: met, words, literals } = splitWords(args);
  const { command = DEFAULT_COMMAND, group, length } = namedCommand(words);
  const commandNamed = length > 0;
  const given = met.map((flag) => flagOf(flag, command));
  const operands = [
    ...words.slice(length),
    ...literals,
    ...given.flatMap(({ name, value }) => name === "selector" && value || []),
  ];
  const misread: UsageProblem[] = [];
  const flags = readFlags(given, command, misread);
  // After an unknown flag nobody knows which words are operands.
  const isClear = !misread.some(({ kind }) => kind === "unknown-flag");
  const problems = [
    ...misread,
    ...conflicts(given, operands, command),
    ...unmetNeeds(given),
    ...group !== undefined
      ? [badGroup(group, words[1])]
      : isClear
      ? [...operandProblems(command, operands), ...missingFlags(command, flags)]
      : [],
  ];
  // Somebody who asks for help gets help, whatever else is missing.
  const isAsking = flags.help || flags.version;
  return {
    command,
    commandNamed,
    ...group !== undefined && { group },
    operands,
    flags,
    problems: isAsking ? [] : problems,
  };
}

/** The command that the first word names, or the first two. */
function namedCommand(words: readonly string[]): {
  readonly command?: CommandName;
  readonly group?: string;
  readonly length: number;
} {
  const [first, second] = words;
  if (first === undefined) return { length: 0 };
  const both = `${first} ${second}`;
  if (isCommand(both)) return { command: both, length: 2 };
  if (isCommand(first)) return { command: first, length: 1 };
  return isGroup(first) ? { group: first, length: 1 } : { length: 0 };
}

function badGroup(group: string, word: string | undefined): UsageProblem {
  return { kind: "bad-group", group, ...word !== undefined && { word } };
}

/** `--profile` is an older way to write the selector, but where it is a flag. */
function flagOf(flag: GivenFlag, command: CommandName): GivenFlag {
  const name = flag.written.slice(2);
  return flag.name === "selector" && isFlag(name) && takesFlag(command, name)
    ? { ...flag, name }
    : flag;
}

function readFlags(
  given: readonly GivenFlag[],
  command: CommandName,
  problems: UsageProblem[],
): Flags {
  const flags: Partial<Record<FlagName, unknown>> = {};
  const writtenAs = new Map<FlagName, string>();
  for (const flag of given) {
    const { name, written, value } = flag;
    if (name === undefined) {
      problems.push({ kind: "unknown-flag", flag: written, command });
    } else if (name === "selector") {
      if (!value) problems.push(missingValue(flag));
    } else if (!takesFlag(command, name)) {
      problems.push({ kind: "misplaced-flag", flag: name, written, command });
    } else {
      const before = writtenAs.get(name);
      const { repeatable, value: valueName } = flagSpec(name);
      if (before !== undefined && !repeatable && valueName !== undefined) {
        problems.push({ kind: "given-twice", first: before, second: written });
      }
      writtenAs.set(name, written);
      const read = readValue(flag, name, command, problems);
      flags[name] = repeatable && read !== undefined
        ? [...(flags[name] as string[] ?? []), read]
        : read;
    }
  }
  return flags as Flags;
}

function readValue(
  flag: GivenFlag,
  name: FlagName,
  command: CommandName,
  problems: UsageProblem[],
): string | number | true | undefined {
  const { written, value } = flag;
  const spec = flagSpec(name);
  if (spec.value === undefined) {
    if (value === undefined) return true;
    problems.push({ kind: "needless-value", written });
  } else if (!value) {
    problems.push(missingValue(flag, choicesOf(command, name)));
  } else if (spec.largest !== undefined) {
    const number = /^[1-9]\d*$/.test(value) ? Number(value) : NaN;
    if (number <= spec.largest) return number;
    problems.push({
      kind: "not-a-number",
      written,
      value,
      largest: spec.largest,
    });
  } else {
    const choices = choicesOf(command, name);
    if (choices === undefined || choices.includes(value)) return value;
    problems.push({ kind: "bad-value", written, value, choices });
  }
  return undefined;
}

function missingValue(
  { written, next }: GivenFlag,
  choices?: readonly string[],
): UsageProblem {
  return {
    kind: "missing-value",
    written,
    ...next && { next },
    ...choices && { choices },
  };
}
