import type { JsonValue } from "../base/json.ts";
import { failure, ProfileError } from "../base/profile_error.ts";
import { utf8Text } from "../base/utf8_text.ts";
import { parseToml, type TomlSyntaxError } from "../document/parse_toml.ts";
import { plainData } from "./plain_data.ts";

/**
 * Reads TOML data: a profile, or a manifest file. Loads the TOML parser.
 *
 * @param file as it should be shown
 * @throws {ProfileError} `toml-syntax`, also for a field that is written twice;
 * `result-shape` for a date or a number that is none; `limit-output` when it is
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
  const text = utf8Text(bytes);
  if (text === undefined) {
    const message = "it is not UTF-8 text";
    throw syntax(file, { message, line: 1, column: 1 });
  }
  const parsed = parseToml(text);
  if ("error" in parsed) {
    throw syntax(file, parsed.error);
  }
  const data = plainData(parsed.value, file);
  if ("value" in data) return data.value;
  const { tomlDiagnostics } = await import("../document/toml_diagnostics.ts");
  throw new ProfileError(tomlDiagnostics([data.problem], text, file));
}

function syntax(
  file: string,
  { message, line, column, help }: TomlSyntaxError,
): ProfileError {
  return failure(
    "toml-syntax",
    `cannot read \`${file}\` as TOML: ${message}`,
    {
      source: { file, line, column, length: 1 },
      ...help !== undefined && { help },
    },
  );
}
