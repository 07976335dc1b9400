import { EXIT } from "../../base/diagnostic_codes.ts";
import type { CommandContext } from "../command.ts";

/** A script for each shell; they all ask the hidden `__complete`. */
const SCRIPTS: Readonly<Record<string, () => Promise<string>>> = {
  bash: async () => (await import("../completions/bash.ts")).BASH,
  zsh: async () => (await import("../completions/zsh.ts")).ZSH,
  fish: async () => (await import("../completions/fish.ts")).FISH,
  powershell: async () =>
    (await import("../completions/powershell.ts")).POWERSHELL,
  nushell: async () => (await import("../completions/nushell.ts")).nushell(),
};

/** `completions SHELL`: prints a completion script. */
export async function completions(
  { args, terminal }: CommandContext,
): Promise<number> {
  // The argument parser has already refused any other word.
  terminal.out.write(await SCRIPTS[args.operands[0]!]!());
  return EXIT.done;
}
