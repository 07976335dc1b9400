import type { JsonValue } from "../base/json.ts";
import { ProfileError } from "../base/profile_error.ts";
import { decodeText } from "../document/decode_text.ts";
import { parseToml, type TomlSyntaxError } from "../document/parse_toml.ts";
import { tomlSyntax } from "../document/toml_syntax.ts";
import { plainData } from "./plain_data.ts";

/**
 * Reads TOML data: a profile, or a manifest file. Loads the TOML parser.
 *
 * @param file as it should be shown
 * @throws {ProfileError} `toml-syntax`, also for a field that is written twice;
 * `result-shape` for a date, NaN or infinity; `limit-output` when it is
 * nested too deep
 *
 * @example
 * ```ts
 * import { parseTomlData } from "./parse_toml_data.ts";
 * import assert from "node:assert/strict";
 * const bytes = new TextEncoder().encode(`model = "codex-oauth/gpt-5"`);
 * assert.equal(JSON.stringify(await parseTomlData(bytes, "x.toml")), `{"model":"codex-oauth/gpt-5"}`);
 * ```
 */
export async function parseTomlData(
  bytes: Uint8Array,
  file: string,
): Promise<JsonValue> {
  const syntax = (error: TomlSyntaxError) =>
    new ProfileError([
      tomlSyntax("toml-syntax", `\`${file}\` as TOML`, file, error),
    ]);
  const decoded = decodeText(bytes);
  if ("error" in decoded) throw syntax(decoded.error);
  const { text } = decoded;
  const parsed = parseToml(text);
  if ("error" in parsed) throw syntax(parsed.error);
  const data = plainData(parsed.value, file);
  if ("value" in data) return data.value;
  const { tomlDiagnostics } = await import("../document/toml_diagnostics.ts");
  throw new ProfileError(tomlDiagnostics([data.problem], text, file));
}
