import type { ProfileSelector } from "../selector/profile_selector.ts";
import type { CommandContext } from "./command.ts";

/** Tells a user at a terminal that standard input is read. */
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
