import { painter } from "../print/paint.ts";
import { printTable } from "../print/print_table.ts";
import { safeJson, safeText } from "../print/safe_json.ts";
import { visibleText } from "../print/visible_text.ts";
import type {
  ProfileAlias,
  ProfileEntry,
  ProfileRegistry,
} from "../registry/profile_registry.ts";
import { formatSelector } from "../selector/format_selector.ts";
import type { OutputStyle } from "./output_style.ts";

/** A row of the list: a name, and why it cannot be used, if so. */
interface ListedName {
  readonly name: string;
  readonly isDefault: boolean;
  readonly text: string;
  readonly isWrong: boolean;
}

/** The profiles and aliases for a person, one a row. */
export function listAsTable(
  registry: ProfileRegistry,
  { color, width }: OutputStyle,
): string {
  const names = listedNames(registry);
  const paint = painter(color);
  return safeText(printTable(
    names.map(({ name, isDefault, text }) => [
      name,
      isDefault ? "(default)" : "",
      text,
    ]),
    {
      width,
      paint: (text, { row = 0, column }) => {
        if (column === 0) return paint("strong", text);
        if (column === 1) return paint("note", text);
        return names[row]?.isWrong ? paint("warning", text) : text;
      },
    },
  ));
}

/** The same in one line each, for the description of a tool. */
export function listCompactly(registry: ProfileRegistry): string {
  return safeText(
    listedNames(registry).map(({ name, isDefault, text }) =>
      `${name}${isDefault ? " (default)" : ""}${text ? `: ${text}` : ""}\n`
    ).join(""),
  );
}

/** The same for a program. */
export function listAsJson(registry: ProfileRegistry): string {
  const profiles = registry.entries.map((entry) => ({
    qualified_name: entry.qualifiedName,
    source: entry.source,
    name: entry.name,
    default: entry.isDefault,
    description: entry.description,
    path: entry.path,
    status: entry.status,
    reason: entry.reason,
  }));
  const aliases = registry.aliases.map((alias) => ({
    name: alias.name,
    source: alias.declaredBy,
    target: formatSelector(alias.selector),
    status: alias.problem ? "missing" : "ok",
  }));
  const data = {
    default: registry.default && formatSelector(registry.default.selector),
    profiles,
    aliases,
  };
  return `${safeJson(data, 2)}\n`;
}

function listedNames({ entries, aliases }: ProfileRegistry): ListedName[] {
  return [
    ...entries.map((entry) => ({
      name: entry.qualifiedName,
      isDefault: entry.isDefault,
      text: visibleText(statusText(entry) ?? entry.description ?? ""),
      isWrong: entry.status !== "ok",
    })),
    ...aliases.map((alias) => ({
      name: alias.name,
      isDefault: false,
      text: aliasText(alias),
      isWrong: alias.problem !== undefined,
    })),
  ];
}

/** Why an entry cannot be picked, if so. */
function statusText({ status, reason }: ProfileEntry): string | undefined {
  if (status === "ok") return undefined;
  return reason === undefined ? status : `${status}: ${reason}`;
}

function aliasText({ declaredBy, selector, problem }: ProfileAlias): string {
  const of = `alias of ${formatSelector(selector)}`;
  const known = problem ? `${of}: there is no such profile` : of;
  return declaredBy === "user" ? `${known} (yours)` : known;
}
