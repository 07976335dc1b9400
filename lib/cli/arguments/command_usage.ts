import type { CommandName, OperandSpec } from "./command_table.ts";
import { choicesOf, commandSpec } from "./known_commands.ts";
import { type FlagName, flagSpec } from "./flag_table.ts";

/** How a command is written, without the program's name: `pod show NAME`. */
export function usagesOf(command: CommandName): string[] {
  const { operand, needs = [], usage } = commandSpec(command);
  const words = usage ??
    [
      [operandUsage(operand), ...needs.map(flagUsage)].filter(Boolean).join(
        " ",
      ),
    ];
  return words.map((word) => word === "" ? command : `${command} ${word}`);
}

/** How an operand is written: `[SELECTOR]`, `FILE...`. */
export function operandUsage(operand: OperandSpec | undefined): string {
  if (operand === undefined) return "";
  const name = operand.repeatable ? `${operand.name}...` : operand.name;
  return operand.required ? name : `[${name}]`;
}

/** What a flag of a command is for, in words. */
export function flagHelp(command: CommandName, name: FlagName): string {
  return commandSpec(command).flagHelp?.[name] ?? flagSpec(name).help;
}

/** The same with the values it takes and whether it may be repeated. */
export function flagText(
  command: CommandName,
  name: FlagName,
  quote = (word: string) => word,
): string {
  const { noDefault, repeatable } = flagSpec(name);
  const choices = choicesOf(command, name)?.map((choice, at) =>
    at === 0 && !noDefault ? `${quote(choice)} (default)` : quote(choice)
  );
  return flagHelp(command, name) +
    (choices ? `: ${choices.join(", ")}` : "") +
    (repeatable ? " (repeatable)" : "");
}

function flagUsage(name: FlagName): string {
  const { value } = flagSpec(name);
  return value ? `--${name} ${value}` : `--${name}`;
}
