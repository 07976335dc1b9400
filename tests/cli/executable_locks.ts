/**
 * Whether the program under test can lock files. An executable may be made of a
 * runtime before Deno 2.9, which has no lock that does not wait: what needs one
 * is reported as ignored there.
 */
export function hasLocks(): boolean {
  const program = Deno.env.get("INSOMNIA_PROFILE_BIN");
  if (!program) return true;
  const { stdout } = new Deno.Command(program, { args: ["--version"] })
    .outputSync();
  const [, major, minor] =
    /deno (\d+)\.(\d+)\./.exec(new TextDecoder().decode(stdout)) ?? [];
  return Number(major) > 2 || Number(minor) >= 9;
}
