/**
 * Whether all these programs are on the search path. Tests that need more than
 * Deno ask, and are reported as ignored where something is missing.
 */
export function hasPrograms(...names: readonly string[]): boolean {
  const folders = (Deno.env.get("PATH") ?? "").split(":");
  return names.every((name) =>
    folders.some((folder) => {
      try {
        return Deno.statSync(`${folder}/${name}`).isFile;
      } catch {
        return false;
      }
    })
  );
}
