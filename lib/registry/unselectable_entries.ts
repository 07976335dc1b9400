import type { Diagnostic } from "../base/diagnostic.ts";
import { isObject } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import type { System } from "../system/system.ts";
import { nearFile } from "./near_file.ts";
import type {
  ProfileEntry,
  ProfileRegistry,
  RegistryFile,
} from "./profile_registry.ts";

/**
 * What is to be said of entries that nobody can pick, each at its line: an
 * error where the file is missing, a warning where it is of a kind that cannot
 * be a profile.
 *
 * @param system where a file of a near name is looked for; left out: nowhere
 *
 * @example
 * ```ts
 * import { discoverProfiles, memorySystem, unselectableEntries } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const system = memorySystem({
 *   files: { "/ws/.insomnia/profiles.toml": '[profile]\nlost = "lost.lua"\n' },
 * });
 * const registry = await discoverProfiles({ system, workspace: "/ws" });
 * const [problem] = await unselectableEntries(registry);
 * assert.equal(problem?.code, "profile-missing");
 * assert.equal(problem?.source?.line, 2);
 * ```
 */
export async function unselectableEntries(
  { entries, files }: ProfileRegistry,
  system?: System,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const file of files) {
    const unselectable = entries.filter(({ source, status }) =>
      source === file.source && status !== "ok"
    );
    if (unselectable.length === 0) continue;
    const written = await writtenEntries(file);
    const { tomlDiagnostics } = await import("../document/toml_diagnostics.ts");
    const problems = await Promise.all(unselectable.map(async (entry) => {
      const near = system && entry.status === "missing"
        ? await nearFile(system, entry.path)
        : undefined;
      return problemOf(entry, written, near);
    }));
    for (
      const diagnostic of tomlDiagnostics(problems, file.text ?? "", file.path)
    ) {
      found.push(diagnostic);
    }
  }
  return found;
}

/** The table of a registry file that holds its entries, under its name. */
async function writtenEntries(
  { text = "" }: RegistryFile,
): Promise<{ readonly table: string; readonly entries: object }> {
  const { parseToml } = await import("../document/parse_toml.ts");
  const parsed = parseToml(text);
  const document = "value" in parsed ? parsed.value : {};
  const table = isObject(document.profile) ? "profile" : "entries";
  const entries = document[table];
  return { table, entries: isObject(entries) ? entries : {} };
}

function problemOf(
  { name, qualifiedName, path, status, reason, help }: ProfileEntry,
  { table, entries }: { readonly table: string; readonly entries: object },
  near: string | undefined,
): Problem {
  const isTable = isObject((entries as Record<string, unknown>)[name]);
  const isMissing = status === "missing";
  return {
    code: isMissing ? "profile-missing" : "profile-unsupported",
    severity: isMissing ? "error" : "warning",
    message: `\`${qualifiedName}\` cannot be selected: ${reason ?? status}`,
    path: isTable ? [table, name, "path"] : [table, name],
    at: "value",
    help: near !== undefined
      ? `did you mean \`${near}\`?`
      : isMissing
      ? `write the file \`${path}\`, correct its path, or remove the entry`
      : help ?? "remove the entry, or name a file that can be a profile",
  };
}
