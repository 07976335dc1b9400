import type { FieldPath } from "../base/field_path.ts";
import { nodeAt } from "../schema/field_paths.ts";
import { PROFILE } from "../schema/field_table.ts";

/** A field that people write into a profile and that belongs elsewhere. */
export interface RefusedField {
  readonly fields: readonly string[];
  /** Where in the profile: at the top, in the section of that name at the top, or at any depth. */
  readonly where: "top" | "anywhere" | { readonly section: string };
  /** What the field is, and why that is not the profile's. */
  readonly reason: string;
  /** Where it comes from instead. */
  readonly instead: string;
}

/** What does not belong in a profile. The first row that fits answers. */
export const REFUSALS: readonly RefusedField[] = [
  {
    fields: ["manifest", "config"],
    where: "top",
    reason:
      "it is a complete manifest, and a profile is a recipe that many Pods share",
    instead:
      "write the sections themselves (`model`, `worker`, ...), or pass a manifest file with `--manifest PATH`",
  },
  {
    fields: ["pod"],
    where: "top",
    reason: "it is the Pod's identity, and one profile serves many Pods",
    instead: "name the Pod when it is launched: `--pod-name NAME`",
  },
  {
    fields: ["profile"],
    where: "top",
    reason:
      "it says where a manifest came from, and the resolver writes it by itself",
    instead:
      "leave it out; `slug` and `description` are what a profile says about itself",
  },
  {
    fields: ["allow", "deny"],
    where: { section: "scope" },
    reason:
      "it grants authority over files, and authority comes from the launch alone",
    instead:
      'state an intent (`scope = "workspace_write"` or `"workspace_read"`); the launch grants paths with `--delegate`',
  },
  {
    fields: ["target"],
    where: "anywhere",
    reason:
      "it names a path to grant, and authority comes from the launch alone",
    instead:
      'state an intent (`scope = "workspace_write"` or `"workspace_read"`); the launch grants paths with `--delegate`',
  },
  {
    fields: [
      "socket",
      "socket_path",
      "runtime_dir",
      "session_id",
      "segment_id",
      "active",
      "callback",
      "store",
    ],
    where: "anywhere",
    reason:
      "it is runtime state of one Pod, and a profile is read before any Pod runs",
    instead: "leave it out; the runtime keeps it",
  },
  {
    fields: ["digest"],
    where: "anywhere",
    reason: "it is the sum of a manifest, and the resolver computes it",
    instead: "leave it out",
  },
];

const REFUSED_NAMES: ReadonlySet<string> = new Set(
  REFUSALS.flatMap(({ fields }) => fields),
);

/** The answer to a field that is not the profile's, or `undefined`. */
export function refusalOf(path: FieldPath): RefusedField | undefined {
  const name = path.at(-1);
  if (typeof name !== "string" || !REFUSED_NAMES.has(name)) return undefined;
  // The keys of a map are the author's own words.
  if (nodeAt(PROFILE, path.slice(0, -1))?.is === "map") return undefined;
  return REFUSALS.find(({ fields, where }) =>
    fields.includes(name) &&
    (where === "anywhere" ||
      (where === "top"
        ? path.length === 1
        : path.length === 2 && path[0] === where.section))
  );
}
