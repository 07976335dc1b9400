import type { Diagnostic } from "../../base/diagnostic.ts";
import { ProfileError } from "../../base/profile_error.ts";
import type { ComparedProfile } from "../../print/print_changes_markdown.ts";
import { discoverProfiles } from "../../registry/discover_profiles.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import { rememberingSystem } from "../../system/remembering_system.ts";
import type { CommandContext } from "../command.ts";
import {
  resolveSeveral,
  type SeveralResult,
} from "../isolation/resolve_several.ts";
import { launchOptions } from "../launch_options.ts";
import { parseSelector } from "../../selector/parse_selector.ts";
import type { ProfileSelector } from "../../selector/profile_selector.ts";
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
  const folders = [base, head].map((folder) =>
    pathAsTyped(system.cwd(), folder)
  );
  const registries = await Promise.all(
    folders.map((workspace) => discoverProfiles({ ...options, workspace })),
  );
  const names = operands.length > 0 ? [...operands] : [
    ...new Set(
      registries.flatMap(({ entries }) =>
        entries.filter(({ source }) => source === "project")
          .map(({ qualifiedName }) => qualifiedName)
      ),
    ),
  ].sort();
  const isThere = (side: number, name: string) =>
    !name.startsWith("project:") ||
    registries[side].entries.some(({ qualifiedName }) =>
      qualifiedName === name
    );
  const wanted = names.flatMap((name) =>
    [0, 1].filter((side) => isThere(side, name)).map((side) => ({ name, side }))
  );
  const results = await resolveSeveral(
    wanted.map(({ name, side }) => ({
      ...options,
      workspace: folders[side],
      registry: registries[side],
      selector: selectorIn(name, folders[side]),
    })),
    context,
  );
  const resultOf = (side: number, name: string): SeveralResult | undefined => {
    const at = wanted.findIndex((one) =>
      one.name === name && one.side === side
    );
    return at < 0 ? undefined : results[at];
  };
  const failures: Diagnostic[] = [];
  const compared = names.map((name): ComparedProfile => {
    const [a, b] = [resultOf(0, name), resultOf(1, name)];
    if (b instanceof ProfileError) {
      failures.push(...b.diagnostics);
      return { name, changes: [], remark: "gives no manifest in the head" };
    }
    if (a instanceof ProfileError) {
      return { name, changes: [], remark: "gave no manifest in the base" };
    }
    if (!a) return { name, changes: [], remark: "is new" };
    if (!b) return { name, changes: [], remark: "is gone" };
    return {
      name,
      changes: changesBetween(
        { ...sideOf(a), directory: folders[0] },
        { ...sideOf(b), directory: folders[1] },
      ),
    };
  });
  return { compared, warnings: remarks, failures };
}

function sideOf(
  { manifest, origins, places }: Exclude<SeveralResult, ProfileError>,
) {
  return { manifest, origins, places };
}

/** A path is one inside each checkout. */
function selectorIn(name: string, folder: string): ProfileSelector {
  const selector = parseSelector(name);
  return selector.kind === "path"
    ? { kind: "path", path: pathAsTyped(folder, selector.path) }
    : selector;
}
