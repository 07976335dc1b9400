const HELD = [
  "read",
  "write",
  "net",
  "env",
  "run",
  "ffi",
  "sys",
  "import",
] as const;

/**
 * Gives up every Deno permission of this process, for good: from here on it can
 * compute and print, nothing else. Called before the first instruction of a
 * profile runs. For a program's own process only: a library must not take its
 * host's permissions.
 *
 * Start with `--no-prompt`: on a terminal Deno would ask for them again.
 *
 * @param kept for a process that has to read again and runs no profile itself
 */
export function giveUpPermissions(
  kept: readonly ("read" | "env")[] = [],
): void {
  for (const name of HELD) {
    if ((kept as readonly string[]).includes(name)) continue;
    // Deno's types do not know "import", which is a permission all the same.
    Deno.permissions.revokeSync({ name } as Deno.PermissionDescriptor);
  }
}
