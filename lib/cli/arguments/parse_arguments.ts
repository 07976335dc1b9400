// Written by hand: an argument library costs as much at start as all the rest
// of this program, and the parser of node:util half of that.
import {
  choicesOf,
  type CommandName,
  COMMANDS,
  commandSpec,
  DEFAULT_COMMAND,
  isCommand,
  isGroup,
  takesFlag,
} from "./command_table.ts";
import { CONFLICTS, NEEDS } from "./flag_rules.ts";
import {
  type FlagName,
  FLAGS,
  flagSpec,
  isFlag,
  OLDER_SPELLINGS,
} from "./flag_table.ts";
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

/** A word with dashes, as it was met. */
interface GivenFlag {
  /** As typed, with its dashes and without its value. */
  readonly written: string;
  readonly name: FlagName | "selector" | undefined;
  readonly value?: string | undefined;
  /** The value was joined to the flag by `=`. */
  readonly joined: boolean;
  readonly next?: string | undefined;
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
  const { given: met, words, literals } = split(args);
  const { command = DEFAULT_COMMAND, group, length } = namedCommand(words);
  const commandNamed = length > 0;
  const given = met.map((flag) => flagOf(flag, command));
  const operands = [
    ...words.slice(length),
    ...literals,
    ...given.flatMap(({ name, value }) => name === "selector" && value || []),
  ];
  const problems: UsageProblem[] = [];
  const flags = readFlags(given, command, problems);
  problems.push(
    ...conflicts(given, operands, command),
    ...unmetNeeds(given),
  );
  // After an unknown flag nobody knows which words are operands.
  if (group !== undefined) {
    problems.push({ kind: "bad-group", group, ...nextWord(words) });
  } else if (!problems.some(({ kind }) => kind === "unknown-flag")) {
    for (const item of checkOperands(command, operands)) problems.push(item);
    for (const item of missingFlags(command, flags)) problems.push(item);
  }
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

function nextWord([, word]: readonly string[]): { readonly word?: string } {
  return word === undefined ? {} : { word };
}

/** `--profile` is an older way to write the selector, but where it is a flag. */
function flagOf(flag: GivenFlag, command: CommandName): GivenFlag {
  const name = flag.written.slice(2);
  return flag.name === "selector" && isFlag(name) && takesFlag(command, name)
    ? { ...flag, name }
    : flag;
}

/** Sorts the words into flags, words, and words after `--`. */
function split(args: readonly string[]): {
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
    problems.push(missingValue(flag));
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

function missingValue({ written, next }: GivenFlag): UsageProblem {
  return { kind: "missing-value", written, ...(next && { next }) };
}

function conflicts(
  given: readonly GivenFlag[],
  operands: readonly string[],
  command: CommandName,
): UsageProblem[] {
  const selector = given.find(({ name }) => name === "selector")?.written;
  if (
    selector !== undefined && commandSpec(command).operand?.completes === "pod"
  ) {
    return [{
      kind: "conflict",
      first: command,
      second: selector,
      why: "it is about a Pod that is stored, no profile is chosen",
    }];
  }
  const written = (name: FlagName, unless?: string) =>
    given.find((flag) =>
      flag.name === name && (unless === undefined || flag.value !== unless)
    )?.written;
  return CONFLICTS.flatMap(({ flag, with: other, unless, why }) => {
    const first = written(flag);
    const second = other === "selector" ? operands[0] : written(other, unless);
    if (first === undefined || second === undefined) return [];
    return [{ kind: "conflict" as const, first, second, why }];
  });
}

function unmetNeeds(given: readonly GivenFlag[]): UsageProblem[] {
  return NEEDS.flatMap(({ flag, needs, why }) => {
    const first = given.find(({ name }) => name === flag)?.written;
    return first === undefined || given.some(({ name }) => name === needs)
      ? []
      : [{ kind: "unmet-need" as const, flag: first, needs, why }];
  });
}

function missingFlags(command: CommandName, flags: Flags): UsageProblem[] {
  const { needs = [] } = commandSpec(command);
  return needs.filter((flag) => flags[flag] === undefined)
    .map((flag) => ({ kind: "missing-flag", command, flag }));
}

function checkOperands(
  command: CommandName,
  operands: readonly string[],
): UsageProblem[] {
  // `help pod create`: the words of one command.
  if (command === "help" && operands.length > 1) {
    const word = operands.join(" ");
    if (isCommand(word)) return [];
  }
  const { operand } = commandSpec(command);
  const most = operand === undefined ? 0 : operand.repeatable ? Infinity : 1;
  const extra = operands.slice(most).map((word) => ({
    kind: "extra-operand" as const,
    command,
    before: operands[0],
    word,
  }));
  const [word] = operands;
  if (operand === undefined || word === undefined) {
    return operand?.required ? [{ kind: "missing-operand", command }] : extra;
  }
  const choices = operand.choices ??
    (operand.completes === "command" && !isGroup(word)
      ? Object.keys(COMMANDS)
      : undefined);
  return choices === undefined || choices.includes(word)
    ? extra
    : [{ kind: "bad-operand", command, word, choices }, ...extra];
}
