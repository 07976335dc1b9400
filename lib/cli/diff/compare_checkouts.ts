import type { Diagnostic } from "../../base/diagnostic.ts";
import { failure, ProfileError } from "../../base/profile_error.ts";
import type { ComparedProfile } from "../../print/print_changes_markdown.ts";
import { discoverProfiles } from "../../registry/discover_profiles.ts";
import type { ProfileRegistry } from "../../registry/profile_registry.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import { rememberingSystem } from "../../system/remembering_system.ts";
import type { System } from "../../system/system.ts";
import { unlessRefused } from "../../system/unless_refused.ts";
import type { CommandContext } from "../command.ts";
import {
  resolveSeveral,
  type SeveralResult,
} from "../isolation/resolve_several.ts";
import { launchOptions } from "../launch_options.ts";
import { typedSelector } from "../typed_selector.ts";
import { changesBetween } from "./compared_manifest.ts";
import type { Comparison } from "./compare_pair.ts";

/** Both checkouts are resolved as if they stood here: paths are then equal. */
const COMMON_WORKSPACE = "/workspace";

/**
 * Compares the profiles of two checkouts of one project: those that are typed,
 * else every one that either project registers.
 */
export async function compareCheckouts(
  context: CommandContext,
  base: string,
  head: string,
): Promise<Comparison> {
  const { args: { flags, operands }, system } = context;
  const { remarks, ...options } = await launchOptions(
    { "workspace-as": COMMON_WORKSPACE, ...flags },
    rememberingSystem(system),
  );
  const sides = await Promise.all(
    [base, head].map(async (folder) => {
      const workspace = pathAsTyped(system.cwd(), folder);
      await requireCheckout(folder, workspace, system);
      const registry = await discoverProfiles({ ...options, workspace });
      return { workspace, registry };
    }),
  );
  const names = operands.length > 0 ? [...operands] : [
    ...new Set(
      sides.flatMap(({ registry }) =>
        registry.entries.filter(({ source }) => source === "project")
          .map(({ qualifiedName }) => qualifiedName)
      ),
    ),
  ].sort();
  const wanted = names.flatMap((name) =>
    sides.flatMap((side) =>
      isThere(side.registry, name) ? [{ name, side }] : []
    )
  );
  const results = await resolveSeveral(
    wanted.map(({ name, side: { workspace, registry } }) => ({
      ...options,
      workspace,
      registry,
      // A path means the file inside each checkout.
      selector: typedSelector(name, workspace),
    })),
    context,
    { locate: true },
  );
  const resultOf = (side: Side, name: string): SeveralResult | undefined =>
    results[
      wanted.findIndex((one) => one.name === name && one.side === side)
    ];
  const [before, after] = sides as [Side, Side];
  const failures = sides.flatMap(({ registry }) => projectProblems(registry));
  const compared = names.map((name): ComparedProfile => {
    const [a, b] = [resultOf(before, name), resultOf(after, name)];
    if (
      a && b && !(a instanceof ProfileError) && !(b instanceof ProfileError)
    ) {
      const changes = changesBetween(
        { ...a, directory: before.workspace },
        { ...b, directory: after.workspace },
      );
      return { name, changes };
    }
    if (b instanceof ProfileError) {
      for (const item of b.diagnostics) failures.push(item);
    }
    const remark = b instanceof ProfileError
      ? "gives no manifest in the head"
      : a instanceof ProfileError
      ? "gave no manifest in the base"
      : a === undefined
      ? remarkOnMissing(before, "base", "is new")
      : remarkOnMissing(after, "head", "is gone");
    return { name, changes: [], remark };
  });
  return { compared, warnings: remarks, failures };
}

function remarkOnMissing(
  { registry }: Side,
  side: "base" | "head",
  otherwise: string,
): string {
  return projectProblems(registry).length > 0
    ? `is not compared: \`profiles.toml\` of the ${side} has problems`
    : otherwise;
}

/** A missing folder registers nothing: everything would look new or removed. */
async function requireCheckout(
  folder: string,
  path: string,
  system: System,
): Promise<void> {
  if (await unlessRefused(() => system.stat(path)) === "directory") return;
  throw failure(
    "workspace-invalid",
    `\`${folder}\` cannot be compared: there is no such directory`,
    { help: "`--base` and `--head` name two checkouts of one project" },
  );
}

/** A checkout, and what it registers. */
interface Side {
  readonly workspace: string;
  readonly registry: ProfileRegistry;
}

/** The entries of a broken registry file would all look removed. */
function projectProblems({ files }: ProfileRegistry): readonly Diagnostic[] {
  return files.filter(({ source }) => source === "project")
    .flatMap(({ problems }) => problems);
}

/** A name of another source means the same in both. */
function isThere({ entries }: ProfileRegistry, name: string): boolean {
  return !name.startsWith("project:") ||
    entries.some(({ qualifiedName }) => qualifiedName === name);
}
