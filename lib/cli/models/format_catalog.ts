import { printJson } from "../../base/print_json.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import {
  type EndingsOptions,
  modelEnding,
} from "../../catalog/model_ending.ts";
import { resolveModel } from "../../catalog/resolve_model.ts";
import { painter } from "../../print/paint.ts";
import { printTable } from "../../print/print_table.ts";
import { wrapText } from "../../print/wrap_text.ts";
import { visibleText } from "../../print/visible_text.ts";
import type { ModelAuth } from "../../schema/auth.ts";
import { counted } from "../../base/counted.ts";
import type { OutputStyle } from "../output_style.ts";

/** Providers and models for a person. */
export function catalogAsTables(
  catalog: Catalog,
  endings: EndingsOptions,
  style: OutputStyle,
): string {
  const providers = catalog.providers.map((provider) => [
    provider.id,
    provider.display_name,
    provider.scheme,
    printAuth(provider.auth_hint),
    provider.base_url ?? "",
  ]);
  const models = catalog.models.map((entry) => {
    const { ref, window, model } = lookUp(catalog, entry);
    const capability = model?.capability;
    return [
      ref,
      String(window ?? ""),
      capability?.reasoning ?? "none",
      capability?.tool_calling ?? "none",
      capability?.vision ? "yes" : "no",
      endOf(ref, catalog, endings),
    ];
  });
  const { origin } = catalog;
  return [
    title(`Providers (${origin.providers}):`, style),
    table(["ID", "NAME", "SCHEME", "CREDENTIAL", "URL"], providers, style),
    title(
      `Models (${origin.models}), with the effective window in tokens:`,
      style,
    ),
    table(
      ["REF", "WINDOW", "REASONING", "TOOLS", "VISION", "RETIRES"],
      models,
      style,
    ),
    ...goneModels(catalog, endings, style),
  ].join("\n");
}

/** `2027-01-31`, and how long that is where it is soon. */
export function endOf(
  ref: string,
  catalog: Catalog,
  { today, withinDays }: EndingsOptions,
): string {
  const ending = modelEnding(catalog, ref, today);
  if (ending === undefined) return "";
  const { day, daysLeft, replacement } = ending;
  const heir = replacement === undefined ? "" : `, then ${replacement}`;
  if (daysLeft <= 0) return `${day} (retired${heir})`;
  return daysLeft <= withinDays
    ? `${day} (in ${counted(daysLeft, "day")}${heir})`
    : day;
}

function goneModels(
  catalog: Catalog,
  endings: EndingsOptions,
  style: OutputStyle,
): string[] {
  const { retired = [] } = catalog;
  if (retired.length === 0) return [];
  const rows = retired.map(({ provider, id, replacement }) => [
    `${provider}/${id}`,
    endOf(`${provider}/${id}`, catalog, endings).split(" ")[0]!,
    replacement === undefined ? "" : `${provider}/${replacement}`,
  ]);
  return [
    title("Models that have retired or will:", style),
    table(["REF", "FROM", "REPLACEMENT"], rows, style),
  ];
}

/** The catalog for a program: each model with what its provider adds. */
export function catalogAsJson(catalog: Catalog): string {
  const { providers, origin, sha256, retired = [] } = catalog;
  const models = catalog.models.map((entry) => {
    const { ref, window, model } = lookUp(catalog, entry);
    const { id, provider, context_window: _, capability: __, ...facts } = entry;
    return {
      ref,
      provider,
      model_id: id,
      context_window: model?.context_window,
      effective_context_window: window,
      capability: model?.capability,
      ...facts,
    };
  });
  const data = { origin, sha256, providers, models, retired };
  return printJson(data);
}

/** Where a credential comes from; there is never more to show than that. */
export function printAuth(auth: ModelAuth): string {
  switch (auth.kind) {
    case "none":
      return "none";
    case "codex_oauth":
      return "codex oauth";
    case "secret_ref":
      return `secret ${auth.ref}`;
    case "api_key":
      if (auth.env !== undefined) return `$${auth.env}`;
      return auth.file ?? "api key";
  }
}

function lookUp(catalog: Catalog, entry: { provider: string; id: string }) {
  const ref = `${entry.provider}/${entry.id}`;
  return { ref, ...resolveModel(catalog, { ref }) };
}

function title(text: string, { color, width }: OutputStyle): string {
  const paint = painter(color);
  return wrapText(text, width).map((line) => paint("strong", line)).join("\n");
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { color, width }: OutputStyle,
): string {
  const indented = ([first, ...rest]: readonly string[]) => [
    `  ${first}`,
    ...rest,
  ];
  const paint = painter(color);
  return printTable(
    rows.map((row) => indented(row.map(visibleText))),
    {
      head: indented(head),
      width,
      paint: (text, { row, column }) => {
        if (row === undefined) return paint("faint", text);
        if (column === 0) return paint("note", text);
        // An end date that is soon or past.
        return /^\d{4}-\d\d-\d\d \(/.test(text) ? paint("warning", text) : text;
      },
    },
  );
}
