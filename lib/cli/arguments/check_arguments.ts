// Problems of words that are valid one by one: too few, too many, or in
// conflict.
import { type CommandName, COMMANDS } from "./command_table.ts";
import { CONFLICTS, NEEDS } from "./flag_rules.ts";
import type { FlagName } from "./flag_table.ts";
import type { GivenFlag } from "./given_flag.ts";
import { commandSpec, isCommand, isGroup } from "./known_commands.ts";
import type { Flags } from "./parse_arguments.ts";
import type { UsageProblem } from "./usage_problem.ts";

/** Given flags that exclude each other. */
export function conflicts(
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
  return Object.entries(CONFLICTS).flatMap(([flag, others]) => {
    const first = written(flag as FlagName);
    if (first === undefined) return [];
    return others.flatMap(({ with: other, unless, why }) => {
      const second = other === "selector"
        ? operands[0]
        : written(other, unless);
      return second === undefined
        ? []
        : [{ kind: "conflict" as const, first, second, why }];
    });
  });
}

/** Flags that need another one, which was not given. */
export function unmetNeeds(given: readonly GivenFlag[]): UsageProblem[] {
  return NEEDS.flatMap(({ flag, needs, why }) => {
    const first = given.find(({ name }) => name === flag)?.written;
    return first === undefined || given.some(({ name }) => name === needs)
      ? []
      : [{ kind: "unmet-need" as const, flag: first, needs, why }];
  });
}

/** Flags that the command cannot do without. */
export function missingFlags(
  command: CommandName,
  flags: Flags,
): UsageProblem[] {
  const { needs = [] } = commandSpec(command);
  return needs.filter((flag) => flags[flag] === undefined)
    .map((flag) => ({ kind: "missing-flag", command, flag }));
}

/** What is wrong with the words after the command. */
export function operandProblems(
  command: CommandName,
  operands: readonly string[],
): UsageProblem[] {
  // `help pod create`: both words are one command.
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
