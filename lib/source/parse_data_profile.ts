import { isObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { ProfileError } from "../base/profile_error.ts";
import type { FieldPath } from "../base/field_path.ts";

/** The languages of profiles that are data, by the endings of their files. */
export const DATA_LANGUAGES = ["json", "toml"] as const;

/** A language of profiles that are data. */
export type DataLanguage = (typeof DATA_LANGUAGES)[number];

/** The language of a file that is data; `undefined` of any other. */
export function dataLanguageOf(path: string): DataLanguage | undefined {
  return DATA_LANGUAGES.find((language) => path.endsWith(`.${language}`));
}

/**
 * Reads a profile that is data.
 *
 * @param file as it should be shown, or `<stdin>`
 * @throws {ProfileError} `json-syntax`, `toml-syntax` and others of its language;
 * `not-a-profile-field` for a manifest in TOML, easily taken for a profile
 */
export async function parseDataProfile(
  bytes: Uint8Array,
  file: string,
  language: DataLanguage,
): Promise<JsonValue> {
  if (language === "json") {
    const { parseJsonProfile } = await import("./parse_json_profile.ts");
    return await parseJsonProfile(bytes, file);
  }
  const { parseTomlData } = await import("./parse_toml_data.ts");
  const value = await parseTomlData(bytes, file);
  const field = isObject(value) ? manifestField(value) : undefined;
  if (field === undefined) return value;
  const { tomlDiagnostics } = await import("../document/toml_diagnostics.ts");
  const what = field.join(".");
  throw new ProfileError(tomlDiagnostics(
    [{
      code: "not-a-profile-field",
      severity: "error",
      message: `\`${file}\` is a manifest and no profile: it has \`${what}\``,
      path: field,
      at: "key",
      help: `give it as a manifest: \`--manifest ${file}\`; ` +
        `a profile leaves \`${what}\` out`,
    }],
    new TextDecoder().decode(bytes),
    file,
  ));
}

/** What only a whole manifest has. */
function manifestField({ pod, scope }: JsonObject): FieldPath | undefined {
  if (pod !== undefined) return ["pod"];
  return isObject(scope) && scope.allow !== undefined
    ? ["scope", "allow"]
    : undefined;
}
