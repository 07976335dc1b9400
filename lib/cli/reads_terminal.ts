import type { ProfileSelector } from "../selector/profile_selector.ts";
import type { CommandContext } from "./command.ts";

/** Says that standard input is read, where somebody would wait for a prompt. */
export function readsTerminal(
  { args: { flags }, terminal }: CommandContext,
  selector: ProfileSelector,
): void {
  if (selector.kind !== "stdin" || flags.quiet) return;
  if (!terminal.input.isTerminal) return;
  terminal.error.write(
    "reading a profile as JSON from the terminal, up to Ctrl-D (Windows: Ctrl-Z)\n",
  );
}
