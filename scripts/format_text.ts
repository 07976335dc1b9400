/**
 * Formats a text as `deno fmt` would in this repository, so that what is
 * generated passes the format check.
 *
 * @param kind the ending of a file with such text
 * @throws when `deno fmt` cannot read it
 */
export async function formatText(
  text: string,
  kind: "ts" | "md" | "json",
): Promise<string> {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--no-config", "--ext", kind, "-"],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const writer = process.stdin.getWriter();
  await writer.write(new TextEncoder().encode(text));
  await writer.close();
  const { success, stdout } = await process.output();
  if (!success) throw new Error(`deno fmt cannot read what was made: ${kind}`);
  return new TextDecoder().decode(stdout);
}
