/** The Deno that bundles and compiles; its runtime ends up in the executable. */
export const DENO_VERSION = "2.9.6";

/**
 * The program to bundle and compile with: the running Deno.
 *
 * @throws when it is another version than the executables are made with
 */
export function pinnedDeno(): string {
  const { deno } = Deno.version;
  if (deno === DENO_VERSION) return Deno.execPath();
  throw new Error(
    `this is Deno ${deno}; executables are made with ${DENO_VERSION}: run \`npx -y deno@${DENO_VERSION} task compile\``,
  );
}

/** A program that was run and failed, with what it said. */
export class RunFailure extends Error {
  /** Tells it from others without `instanceof`. */
  override readonly name = "RunFailure";
  /** What it wrote to both streams. */
  readonly text: string;

  /** Takes the command for the message. */
  constructor(command: string, text: string) {
    super(`${command} failed:\n${text}`);
    this.text = text;
  }
}

/**
 * Runs a program to its end.
 *
 * @throws {RunFailure} when its exit code is not 0
 */
export async function runOrFail(
  command: string,
  args: readonly string[],
  cwd: string | URL,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { code, stderr, stdout } = await new Deno.Command(command, {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1", ...env },
    stdin: "null",
  }).output();
  if (code === 0) return;
  const text = new TextDecoder();
  throw new RunFailure(
    `${command} ${args.join(" ")}`,
    text.decode(stdout) + text.decode(stderr),
  );
}
