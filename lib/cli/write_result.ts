import { pathAsTyped } from "../system/native_path.ts";
import type { RecordingSystem } from "../system/recording_system.ts";
import type { CommandContext } from "./command.ts";
import { saveText } from "./save_text.ts";

/**
 * Names of standard output. Opened as files, a redirected one would be written
 * from its beginning, and Deno asks for every permission there is.
 */
const STANDARD_OUTPUT: readonly string[] = [
  "/dev/stdout",
  "/dev/fd/1",
  "/proc/self/fd/1",
];

/**
 * Writes what a command made to the file of `--out`, else to standard output.
 *
 * @param read knows what the text was made from: that is never written over
 */
export async function writeResult(
  text: string,
  { args: { flags }, terminal, system }: CommandContext,
  read?: Pick<RecordingSystem, "wasRead">,
): Promise<void> {
  const path = flags.out === undefined
    ? undefined
    : pathAsTyped(system.cwd(), flags.out);
  if (path === undefined || STANDARD_OUTPUT.includes(path)) {
    terminal.out.write(text);
  } else {
    // A signal waits until the file is written, so that no temporary file is
    // left behind.
    const stop = terminal.onSignal(() => {});
    try {
      await saveText(system, path, text, read);
    } finally {
      stop();
    }
  }
}
