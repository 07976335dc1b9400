import { DIAGNOSTIC_CODES, EXIT } from "../../base/diagnostic_codes.ts";
import { printTable } from "../../print/print_table.ts";
import { visibleText } from "../../print/visible_text.ts";
import { discoverProfiles } from "../../registry/discover_profiles.ts";
import type {
  ProfileAlias,
  ProfileEntry,
  ProfileRegistry,
} from "../../registry/profile_registry.ts";
import { formatSelector } from "../../selector/format_selector.ts";
import type { CommandContext } from "../command.ts";
import { workspaceOf } from "../launch_options.ts";

/** `list`: every profile of every source, with its status. */
export async function list(
  { args: { flags }, system, terminal, report }: CommandContext,
): Promise<number> {
  const registry = await discoverProfiles({
    system,
    workspace: workspaceOf(flags, system),
  });
  terminal.out.write(
    flags.format === "json"
      ? listAsJson(registry)
      : flags.format === "compact"
      ? [
        ...registry.entries.map(compactLine),
        ...registry.aliases.map(compactAlias),
      ].join("")
      : printTable(
        [
          ...registry.entries.map(tableRow),
          ...registry.aliases.map((
            alias,
          ) => [alias.name, "", aliasText(alias)]),
        ],
        terminal.out.columns(),
      ),
  );
  // What can be read is listed, and the exit code tells that it is not all.
  report(registry.problems);
  const broken = registry.problems.find(({ severity }) => severity === "error");
  return broken ? DIAGNOSTIC_CODES[broken.code] : EXIT.done;
}

function tableRow(entry: ProfileEntry): string[] {
  return [
    entry.qualifiedName,
    entry.isDefault ? "(default)" : "",
    visibleText(statusText(entry) ?? entry.description ?? ""),
  ];
}

function compactLine(entry: ProfileEntry): string {
  const name = entry.qualifiedName + (entry.isDefault ? " (default)" : "");
  const text = statusText(entry) ?? entry.description;
  return `${name}${text ? `: ${visibleText(text)}` : ""}\n`;
}

function compactAlias(alias: ProfileAlias): string {
  return `${alias.name}: ${aliasText(alias)}\n`;
}

function aliasText({ declaredBy, selector, problem }: ProfileAlias): string {
  const of = `alias of ${formatSelector(selector)}`;
  const known = problem ? `${of}: there is no such profile` : of;
  return declaredBy === "user" ? `${known} (yours)` : known;
}

/** Why an entry cannot be picked, if so. */
function statusText({ status, reason }: ProfileEntry): string | undefined {
  if (status === "ok") return undefined;
  return reason === undefined ? status : `${status}: ${reason}`;
}

function listAsJson(registry: ProfileRegistry): string {
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
  const data = {
    default: registry.default && formatSelector(registry.default.selector),
    profiles,
    aliases: registry.aliases.map((
      { name, declaredBy, selector, problem },
    ) => ({
      name,
      source: declaredBy,
      target: formatSelector(selector),
      status: problem ? "missing" : "ok",
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
