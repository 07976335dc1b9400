import type { FieldPath } from "../base/field_path.ts";
import { bareObject, isObject, type JsonValue } from "../base/json.ts";
import type { MovedField } from "../base/moved_field.ts";
import type { Problem } from "../base/problem.ts";
import { fieldPaths } from "../schema/field_paths.ts";
import { PROFILE } from "../schema/field_table.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";
import { DEFAULT_INTENT } from "../schema/scope.ts";
import {
  bothSpellings,
  presentName,
  removedField,
} from "../schema/spellings.ts";

/** A profile in its normal form, its values not yet checked. */
export interface Normalized {
  readonly value: JsonValue;
  readonly moved: readonly MovedField[];
  readonly problems: readonly Problem[];
}

type Section = Record<string, JsonValue>;

const FIELDS = fieldPaths(PROFILE);

/** Fields whose value is a list: an empty Lua table is an empty list there. */
const LIST_FIELDS: readonly FieldPath[] = FIELDS
  .filter(({ node }) => node.is === "list").map(({ path }) => path);

/** Fields that are gone for good, and what to do instead. */
const REMOVED_FIELDS = [...PROFILE.fields].flatMap(([section, { node }]) =>
  node.is === "table"
    ? Object.entries(node.removed)
      .map(([field, help]) => ({ path: [section, field] as const, help }))
    : []
);

/** Fields that another one says, too, under the name that it is to have. */
const SAME_FIELDS = FIELDS.flatMap(({ path, field: { sameAs } }) =>
  sameAs === undefined ? [] : [{ path: path.map(String), sameAs }]
);

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
  if (value.scope === undefined) value.scope = { intent: DEFAULT_INTENT };
  spellOut(value, ["scope"], "intent", moved);
  for (const [section = "", field = ""] of LIST_FIELDS) {
    const list = sectionOf(value, section);
    if (list && isEmptyTable(list[field])) list[field] = [];
  }
  return { value, moved, problems };
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
  for (const name of Object.keys(section)) copy[name] = section[name]!;
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
  const name = path[path.length - 1]!;
  const around = path.length === 1 ? value : sectionOf(value, path[0]!);
  const written = around?.[name];
  if (!around || typeof written !== "string") return;
  around[name] = { [field]: written };
  moved.push({ to: [...path, field], from: path });
}

function takeRemovedFields(value: Section): Problem[] {
  const problems: Problem[] = [];
  for (const { path: [section, field], help } of REMOVED_FIELDS) {
    const fields = sectionOf(value, section);
    if (fields?.[field] === undefined) continue;
    delete fields[field];
    problems.push(removedField([section, field], help));
  }
  return problems;
}

function renameOlderFields(value: Section, moved: MovedField[]): Problem[] {
  const problems: Problem[] = [];
  for (const [name, { node }] of PROFILE.fields) {
    const section = sectionOf(value, name);
    if (section === undefined) continue;
    const renamed = bareObject();
    for (const older of Object.keys(section)) {
      const present = presentName(node, older);
      if (present !== older && section[present] !== undefined) {
        const help = `write \`${present}\` alone`;
        problems.push(bothSpellings([name, older], [name, present], help));
        continue;
      }
      renamed[present] = section[older]!;
      if (present !== older) {
        moved.push({ to: [name, present], from: [name, older] });
      }
    }
    value[name] = renamed;
  }
  return problems;
}

function conflicts(value: Section): Problem[] {
  return SAME_FIELDS.flatMap(({ path, sameAs }) => {
    const [name = "", field = ""] = path;
    const section = sectionOf(value, name);
    return section?.[field] === undefined || section[sameAs] === undefined
      ? []
      : [bothSpellings(path, [name, sameAs], "leave one of them out")];
  });
}
