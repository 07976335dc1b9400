/** What the runtime's own code answers about a file. */
export interface OracleAnswer {
  // deno-lint-ignore no-explicit-any -- it is another program's, to be looked at
  readonly ok?: any;
  readonly error?: string;
}

/**
 * Asks a build of the runtime's own code that answers one question a run, as
 * JSON on standard output.
 */
export async function askOracle(
  oracle: string,
  ...words: readonly string[]
): Promise<OracleAnswer> {
  const { stdout, stderr } = await new Deno.Command(oracle, {
    args: [...words],
  }).output();
  const text = new TextDecoder().decode(stdout);
  try {
    return JSON.parse(text);
  } catch {
    return { error: text + new TextDecoder().decode(stderr) };
  }
}
