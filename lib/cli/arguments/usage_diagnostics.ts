import type { Diagnostic } from "../../base/diagnostic.ts";
import { didYouMean, suggest } from "../../base/suggest.ts";
import { type CommandName, COMMANDS, COMMON_FLAGS } from "./command_table.ts";
import {
  commandsOfGroup,
  commandSpec,
  isCommand,
  takesFlag,
} from "./known_commands.ts";
import { flagHelp } from "./command_usage.ts";
import { type FlagName, FLAGS, flagSpec } from "./flag_table.ts";
import { flagNamed } from "./given_flag.ts";
import type { UsageProblem } from "./usage_problem.ts";

/** Words mistakes on the command line for a person. */
export function usageDiagnostics(
  problems: readonly UsageProblem[],
): Diagnostic[] {
  const said = problems.slice(0, MOST_MISTAKES).map((problem): Diagnostic => {
    const { message, help } = wording(problem);
    return {
      code: problem.kind === "conflict" ? "flag-conflict" : "usage",
      severity: "error",
      message,
      ...help !== undefined && { help },
    };
  });
  const more = problems.length - said.length;
  return more === 0 ? said : [...said, {
    code: "usage",
    severity: "error",
    message:
      `only the first ${MOST_MISTAKES} mistakes are shown: there are ${more} more`,
  }];
}

/** A pattern of a shell can come to hundreds of thousands of words. */
const MOST_MISTAKES = 20;

function wording(
  problem: UsageProblem,
): { readonly message: string; readonly help?: string | undefined } {
  switch (problem.kind) {
    case "unknown-flag":
      return {
        message: `unknown flag \`${problem.flag}\``,
        help: unknownFlagHelp(problem.flag, problem.command),
      };
    case "misplaced-flag":
      return {
        message: `\`${problem.command}\` does not take \`${problem.written}\``,
        help: `${commandsWith(problem.flag)}\n${flagsOf(problem.command)}`,
      };
    case "missing-value":
      return {
        message: `\`${problem.written}\` needs a value`,
        help: missingValueHelp(problem),
      };
    case "needless-value":
      return { message: `\`${problem.written}\` takes no value` };
    case "bad-value":
      return {
        message: `\`${problem.written}\` cannot be \`${problem.value}\``,
        help: didYouMean(problem.value, problem.choices),
      };
    case "not-a-number":
      return {
        message:
          `\`${problem.written}\` must be a whole number from 1 to ${problem.largest}: \`${problem.value}\` is not`,
      };
    case "given-twice":
      return problem.first === problem.second
        ? { message: `\`${problem.first}\` is given twice` }
        : {
          message:
            `\`${problem.first}\` and \`${problem.second}\` mean the same: give one`,
        };
    case "conflict":
      return {
        message:
          `\`${problem.first}\` cannot be given together with \`${problem.second}\`: ${problem.why}`,
        help: "leave one of them out",
      };
    case "unmet-need":
      return {
        message:
          `\`${problem.flag}\` needs \`--${problem.needs}\`: ${problem.why}`,
        help: `\`--${problem.needs} ${flagSpec(problem.needs).value ?? ""}\`: ${
          flagSpec(problem.needs).help
        }`,
      };
    case "bad-group":
      return badGroup(problem.group, problem.word);
    case "missing-flag":
      return {
        message: `\`${problem.command}\` needs \`--${problem.flag}\``,
        help: `\`--${problem.flag}\`: ${
          flagHelp(problem.command, problem.flag)
        }`,
      };
    case "missing-operand":
      return {
        message: `\`${problem.command}\` needs ${operandName(problem.command)}`,
        help: usageOf(problem.command),
      };
    case "extra-operand":
      return extraOperand(problem.command, problem.word, problem.before);
    case "bad-operand":
      return {
        message: `unknown ${operandName(problem.command)}: \`${problem.word}\``,
        help: didYouMean(problem.word, problem.choices),
      };
  }
}

function missingValueHelp(
  { written, next, choices }: Extract<UsageProblem, { kind: "missing-value" }>,
): string | undefined {
  if (choices) return `one of: ${choices.join(", ")}`;
  return next === undefined
    ? undefined
    : `write \`${written}=${next}\` if the value begins with a dash`;
}

function badGroup(group: string, word: string | undefined) {
  const names = commandsOfGroup(group).map((name) =>
    name.slice(group.length + 1)
  );
  return word === undefined
    ? {
      message: `\`${group}\` needs a command`,
      help: `one of ${names.join(", ")}`,
    }
    : {
      message: `unknown command: \`${group} ${word}\``,
      help: didYouMean(word, names),
    };
}

function extraOperand(
  command: CommandName,
  word: string,
  before: string | undefined,
) {
  const { operand } = commandSpec(command);
  if (command === "help") {
    return {
      message: `\`help\` takes one command: \`${word}\` is too much`,
      help: isCommand(word)
        ? `\`insomnia-profile help ${word}\` shows the help of that one`
        : usageOf(command),
    };
  }
  // `chek ./coder.lua` is a mistyped command, not a profile with an extra word.
  const meant = command === "resolve" && before !== undefined
    ? suggest(before, Object.keys(COMMANDS))
    : undefined;
  if (meant !== undefined) {
    return {
      message: `there is no command \`${before}\``,
      help: `did you mean \`${meant}\`?`,
    };
  }
  return {
    message: operand === undefined
      ? `\`${command}\` takes no argument: \`${word}\` is too much`
      : `\`${command}\` takes one ${operand.name}: \`${word}\` is too much`,
    // `coder check` most likely means the command, in the wrong place.
    help: isCommand(word)
      ? `the command comes first: \`insomnia-profile ${word}\``
      : usageOf(command),
  };
}

function unknownFlagHelp(flag: string, command: CommandName): string {
  const short = flag.slice(0, 2);
  const glued = flagNamed(short);
  if (
    /^-[A-Za-z]./.test(flag) && glued !== undefined && glued !== "selector" &&
    flagSpec(glued).value !== undefined
  ) {
    return `write \`${short} ${flag.slice(2)}\`, with a blank`;
  }
  const known = (Object.keys(FLAGS) as FlagName[])
    .filter((name) => takesFlag(command, name))
    .map((name) => `--${name}`);
  const close = suggest(flag.replace(/^-+/, "--"), known);
  if (close !== undefined) return `did you mean \`${close}\`?`;
  return flagsOf(command);
}

function flagsOf(command: CommandName): string {
  const names = [...commandSpec(command).flags, ...COMMON_FLAGS];
  return `flags of \`${command}\`: ${
    names.map((name) => `--${name}`).join(", ")
  }`;
}

function commandsWith(flag: FlagName): string {
  const names = (Object.keys(COMMANDS) as CommandName[])
    .filter((name) => takesFlag(name, flag));
  return `\`--${flag}\` is for ${names.join(", ")}: ${flagSpec(flag).help}`;
}

function operandName(command: CommandName): string {
  return commandSpec(command).operand?.name ?? "";
}

function usageOf(command: CommandName): string {
  return `\`insomnia-profile help ${command}\` shows how it is used`;
}
