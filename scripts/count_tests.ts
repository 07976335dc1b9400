/**
 * Reads how many tests passed and failed from the closing lines of
 * `deno test`; undefined when there is none, as after a type error.
 */
export function countTests(
  output: string,
): { readonly passed: number; readonly failed: number } | undefined {
  const line = /\| (\d+) passed(?: \([^)]*\))? \| (\d+) failed/g;
  const found = [...output.matchAll(line)].at(-1);
  return found && { passed: Number(found[1]), failed: Number(found[2]) };
}
