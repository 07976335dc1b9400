import type { FieldPath } from "../base/field_path.ts";
import { bareObject, isObject, type JsonValue } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import {
  OLDER_COMPACTION_NAMES,
  REMOVED_FIELDS,
} from "../schema/older_spellings.ts";

/** A field of the normal form that the author wrote elsewhere. */
export interface MovedField {
  readonly to: FieldPath;
  readonly from: FieldPath;
}

/** A profile in its normal form, its values not yet checked. */
export interface Normalized {
  readonly value: JsonValue;
  readonly moved: readonly MovedField[];
  readonly problems: readonly Problem[];
}

type Section = Record<string, JsonValue>;

/** Where a model section may stand. */
export const MODEL_SECTIONS: readonly FieldPath[] = [
  ["model"],
  ["compaction", "model"],
  ["memory", "extract_model"],
  ["memory", "consolidation_model"],
];

/** Fields whose value is a list: an empty Lua table is an empty list there. */
const LIST_FIELDS: readonly FieldPath[] = [
  ["worker", "stop_sequences"],
  ["permissions", "rule"],
  ["skills", "directories"],
];

/** Pairs that say the same thing in two ways. */
const CONFLICTS: readonly (readonly [
  section: string,
  one: string,
  other: string,
])[] = [["memory", "extract_threshold", "extract_threshold_ratio"]];

/**
 * Brings a profile into its one normal form: shorthands spelled out, older
 * spellings renamed, the default scope filled in.
 */
export function normalizeProfile(raw: JsonValue): Normalized {
  if (!isObject(raw)) return { value: raw, moved: [], problems: [] };
  const value = copySections(raw as Section);
  const moved: MovedField[] = [];
  const problems = [
    ...takeRemovedFields(value),
    ...renameOlderFields(value, moved),
    ...conflicts(value),
  ];
  for (const path of MODEL_SECTIONS) spellOut(value, path, "ref", moved);
  if (value.scope === undefined) value.scope = { intent: "workspace_write" };
  spellOut(value, ["scope"], "intent", moved);
  for (const [section, field] of LIST_FIELDS) {
    const list = sectionOf(value, section);
    if (list && isEmptyTable(list[field])) list[field] = [];
  }
  return { value, moved, problems };
}

/** The path that the author wrote for a path of the normal form. */
export function writtenPath(
  path: FieldPath,
  moved: readonly MovedField[],
): FieldPath {
  for (const { to, from } of moved) {
    if (to.length <= path.length && to.every((part, i) => part === path[i])) {
      return [...from, ...path.slice(to.length)];
    }
  }
  return path;
}

/** Two levels are changed: the profile and its sections. */
function copySections(raw: Section): Section {
  const value = copyOf(raw);
  for (const name of Object.keys(value)) {
    const section = value[name];
    if (isObject(section)) value[name] = copyOf(section as Section);
  }
  return value;
}

function copyOf(section: Section): Section {
  const copy = bareObject();
  for (const name of Object.keys(section)) copy[name] = section[name];
  return copy;
}

function sectionOf(value: Section, name: string | number): Section | undefined {
  const section = value[name];
  return isObject(section) ? section as Section : undefined;
}

function isEmptyTable(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/** `model = "x"` is `model = { ref = "x" }`. */
function spellOut(
  value: Section,
  path: FieldPath,
  field: string,
  moved: MovedField[],
): void {
  const name = path[path.length - 1];
  const around = path.length === 1 ? value : sectionOf(value, path[0]);
  const written = around?.[name];
  if (!around || typeof written !== "string") return;
  around[name] = { [field]: written };
  moved.push({ to: [...path, field], from: path });
}

function takeRemovedFields(value: Section): Problem[] {
  return REMOVED_FIELDS.flatMap(({ section, field, help }) => {
    const fields = sectionOf(value, section);
    if (fields?.[field] === undefined) return [];
    delete fields[field];
    return [{
      code: "removed-field" as const,
      severity: "error" as const,
      message: `\`${section}.${field}\` was removed`,
      path: [section, field],
      at: "key" as const,
      help,
    }];
  });
}

function renameOlderFields(value: Section, moved: MovedField[]): Problem[] {
  const section = sectionOf(value, "compaction");
  if (!section) return [];
  const problems: Problem[] = [];
  const renamed = bareObject();
  for (const older of Object.keys(section)) {
    const item = section[older];
    const name = Object.hasOwn(OLDER_COMPACTION_NAMES, older)
      ? OLDER_COMPACTION_NAMES[older]
      : older;
    if (name !== older && section[name] !== undefined) {
      problems.push(
        conflict("compaction", older, name, `write \`${name}\` alone`),
      );
      continue;
    }
    renamed[name] = item;
    if (name !== older) {
      moved.push({ to: ["compaction", name], from: ["compaction", older] });
    }
  }
  value.compaction = renamed;
  return problems;
}

function conflicts(value: Section): Problem[] {
  return CONFLICTS
    .filter(([name, one, other]) => {
      const section = sectionOf(value, name);
      return section?.[one] !== undefined && section[other] !== undefined;
    })
    .map(([name, one, other]) =>
      conflict(name, other, one, `leave one of them out`)
    );
}

function conflict(
  section: string,
  field: string,
  other: string,
  help: string,
): Problem {
  return {
    code: "conflicting-fields",
    severity: "error",
    message:
      `\`${section}.${field}\` and \`${section}.${other}\` are the same field in two spellings: only one of them can hold`,
    path: [section, field],
    at: "key",
    help,
  };
}
