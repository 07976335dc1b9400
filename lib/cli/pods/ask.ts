import type { Terminal } from "../../system/terminal.ts";

/** Whether the user can be asked. */
export function canAsk({ input, error }: Terminal): boolean {
  return input.isTerminal && error.isTerminal;
}

/**
 * Asks a question on the terminal.
 *
 * @returns `true` for `y` and `yes`; anything else, an empty line and the end
 * of the input among it, is a no
 */
export async function ask(
  { input, error }: Terminal,
  question: string,
): Promise<boolean> {
  error.write(`${question} [y/N] `);
  const bytes = await input.read();
  const answer = bytes ? new TextDecoder().decode(bytes).trim() : "";
  if (bytes === undefined) error.write("\n");
  return /^y(es)?$/i.test(answer);
}
