import { parseToml } from "../document/parse_toml.ts";
import { tomlSyntax } from "../document/toml_syntax.ts";
import { ProfileError } from "../base/profile_error.ts";
import type { CatalogProvider } from "./providers_schema.ts";
import { datesAsText } from "./dates_as_text.ts";
import {
  type Checked,
  type CheckedModels,
  validateModels,
  validateProviders,
} from "./validate_catalog.ts";

/**
 * Reads a `providers.toml`.
 *
 * @param file how the file is named in errors
 * @throws {ProfileError} `catalog-syntax`, `catalog-invalid`: all problems, each
 * with its place
 *
 * @example
 * ```ts
 * import { parseProviders } from "./parse_catalog.ts";
 * import assert from "node:assert/strict";
 *
 * const [studio] = await parseProviders(`
 * [[provider]]
 * id = "studio"
 * display_name = "Studio machine"
 * scheme = "openai_chat"
 * auth_hint = { kind = "none" }
 * `, "providers.toml");
 * assert.equal(studio?.scheme, "openai_chat");
 * ```
 */
export function parseProviders(
  text: string,
  file: string,
): Promise<readonly CatalogProvider[]> {
  return parse(text, file, validateProviders);
}

/**
 * Reads a `models.toml`.
 *
 * @param file how the file is named in errors
 * @param providers those the models can belong to
 * @throws {ProfileError} `catalog-syntax`, `catalog-invalid`: all problems, each
 * with its place
 */
export function parseModels(
  text: string,
  file: string,
  providers: readonly CatalogProvider[],
): Promise<CheckedModels> {
  return parse(
    text,
    file,
    (document) => validateModels(datesAsText(document), providers),
  );
}

async function parse<T>(
  text: string,
  file: string,
  validate: (
    document: unknown,
  ) => Promise<Checked<T>>,
): Promise<T> {
  const parsed = parseToml(text);
  if ("error" in parsed) {
    throw new ProfileError([
      tomlSyntax(
        "catalog-syntax",
        `the catalog \`${file}\``,
        file,
        parsed.error,
      ),
    ]);
  }
  const checked = await validate(parsed.value);
  if ("content" in checked) return checked.content;
  const { tomlDiagnostics } = await import("../document/toml_diagnostics.ts");
  throw new ProfileError(tomlDiagnostics(checked.problems, text, file));
}
