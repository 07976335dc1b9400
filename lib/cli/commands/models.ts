import type { Diagnostic } from "../../base/diagnostic.ts";
import { EXIT } from "../../base/diagnostic_codes.ts";
import type { Problem } from "../../base/problem.ts";
import { ProfileError } from "../../base/profile_error.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import { builtinCatalogText } from "../../catalog/builtin_catalog_text.ts";
import { loadCatalog } from "../../catalog/load_catalog.ts";
import type { EndingsOptions } from "../../catalog/model_ending.ts";
import { resolveModel } from "../../catalog/resolve_model.ts";
import { safeText } from "../../print/safe_json.ts";
import type { CommandContext } from "../command.ts";
import {
  catalogAsJson,
  catalogAsTables,
  endOf,
} from "../models/format_catalog.ts";
import { endingsOptions } from "../endings_options.ts";
import { modelAsJson, modelAsText } from "../models/format_model.ts";
import { outputStyle } from "../output_style.ts";

/** `models [REF]`: the catalog, or one model as a manifest would pin it, and its end. */
export async function models(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, system, terminal } = context;
  if (flags.builtin) {
    terminal.out.write(await builtinCatalogText("models"));
    return EXIT.done;
  }
  const catalog = await loadCatalog({ system });
  const endings = endingsOptions(flags);
  const isJson = flags.format === "json";
  if (operands[0] !== undefined) {
    terminal.out.write(
      safeText(printModel(operands[0], catalog, isJson, endings, context)),
    );
  } else {
    const shown = isJson ? catalogAsJson(catalog) : catalogAsTables(
      catalog,
      endings,
      outputStyle(terminal.out, system, flags.color),
    );
    // A user's catalog may contain a credential by mistake.
    terminal.out.write(safeText(shown));
  }
  return EXIT.done;
}

function printModel(
  ref: string,
  catalog: Catalog,
  isJson: boolean,
  endings: EndingsOptions,
  { report, terminal, system, args: { flags } }: CommandContext,
): string {
  const resolved = resolveModel(catalog, { ref });
  const diagnostics = resolved.problems.map(withoutPlace);
  const { model, window, entry } = resolved;
  if (model === undefined || window === undefined) {
    throw new ProfileError(diagnostics);
  }
  report(diagnostics);
  const shown = { ref, model, window, entry };
  return isJson ? modelAsJson(shown) : modelAsText(
    shown,
    catalog.origin.models,
    endOf(ref, catalog, endings),
    outputStyle(terminal.out, system, flags.color),
  );
}

/** The ref was typed: there is no field of a document to point at. */
function withoutPlace(
  { path: _path, at: _at, ...said }: Problem,
): Diagnostic {
  return said;
}
