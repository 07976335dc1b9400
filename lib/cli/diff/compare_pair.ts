import type { Diagnostic } from "../../base/diagnostic.ts";
import { ProfileError } from "../../base/profile_error.ts";
import type { ComparedProfile } from "../../print/print_changes_markdown.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import type { System } from "../../system/system.ts";
import { unlessRefused } from "../../system/unless_refused.ts";
import type { CommandContext } from "../command.ts";
import { resolveSeveral } from "../isolation/resolve_several.ts";
import { launchOptions } from "../launch_options.ts";
import { typedSelector } from "../typed_selector.ts";
import { usageFailure } from "../arguments/usage_failure.ts";
import { changesBetween } from "./compared_manifest.ts";

/** What a comparison gave. */
export interface Comparison {
  readonly compared: readonly ComparedProfile[];
  readonly warnings: readonly Diagnostic[];
  /** What is wrong with profiles that could not be compared. */
  readonly failures: readonly Diagnostic[];
}

/**
 * Compares two manifests: of profiles, of files, or of Pods.
 *
 * @throws {ProfileError} when one of them gives no manifest
 */
export async function comparePair(
  context: CommandContext,
): Promise<Comparison> {
  const { args: { flags, operands }, system } = context;
  const [a = "", b = "", extra] = operands;
  if (extra !== undefined) {
    throw usageFailure([
      { kind: "extra-operand", command: "diff", word: extra },
    ]);
  }
  const { remarks, ...options } = await launchOptions(flags, system);
  const stored = await Promise.all(
    [a, b].map((word) => storedManifest(word, context)),
  );
  // A profile is resolved under the name of the stored Pod, so that the names
  // do not differ.
  const named = stored.find((one) => one !== undefined)?.manifest.pod.name;
  const podName = flags["pod-name"] ?? named ?? options.podName;
  const directory = system.cwd();
  const results = await resolveSeveral(
    [a, b].filter((_, at) => !stored[at]).map((word) => ({
      ...options,
      podName,
      selector: typedSelector(word, directory),
    })),
    context,
    { locate: true },
  );
  const problems = results.flatMap((one) =>
    one instanceof ProfileError ? one.diagnostics : []
  );
  if (problems.length > 0) throw new ProfileError(problems);
  const resolved = results.flatMap((one) =>
    one instanceof ProfileError ? [] : [one]
  );
  const [before, after] = stored
    .map((one) => ({ ...one ?? resolved.shift()!, directory }));
  return {
    compared: [{
      name: `${a} -> ${b}`,
      changes: changesBetween(before!, after!),
    }],
    warnings: [...remarks, ...before!.warnings, ...after!.warnings],
    failures: [],
  };
}

/** A word that names a manifest, of a Pod or in a file; nothing for a profile. */
async function storedManifest(word: string, context: CommandContext) {
  const [, pod] = /^pod:(.*)$/s.exec(word) ?? [];
  if (pod === undefined) return await manifestFile(word, context);
  const { openStore } = await import("../pods/open_store.ts");
  const { manifest } = await openStore(context).resume(pod);
  return { manifest, warnings: [] };
}

/** A word that names a manifest file, made whole; nothing for a profile. */
async function manifestFile(
  word: string,
  { system, args: { flags } }: CommandContext,
) {
  if (!/\.(?:json|toml)$/.test(word)) return undefined;
  const path = pathAsTyped(system.cwd(), word.replace(/^path:/, ""));
  if (!await isManifest(path, system)) return undefined;
  const { resolveManifestFile } = await import(
    "../../api/resolve_manifest_file.ts"
  );
  const podName = flags["pod-name"];
  return await resolveManifestFile({
    path,
    ...podName !== undefined && { podName },
    system,
  });
}

/** Whether a data file names a Pod: no profile does. */
async function isManifest(path: string, system: System): Promise<boolean> {
  // If it cannot be read, resolving it as a profile reports why.
  return await unlessRefused(async () => {
    const text = new TextDecoder().decode(await system.readFile(path));
    return path.endsWith(".json")
      ? /^\s*\{[^]*"pod"\s*:/.test(text)
      : /^[ \t]*(?:\[pod\]|pod[ \t]*=|pod\.name[ \t]*=)/m.test(text);
  }, false);
}
