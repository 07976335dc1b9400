import { isObject } from "../base/json.ts";
import type { DataLanguage } from "./parse_data_profile.ts";

/** What a text that cannot be read has to hold to be worth an error. */
const MENTIONS_MODEL: Readonly<Record<DataLanguage, RegExp>> = {
  json: /"model"\s*:/,
  toml: /^[ \t]*(?:model[ \t]*[.=]|\[model\])/m,
};

/**
 * Whether data is a profile, among all the JSON and TOML that a folder holds:
 * it has a `model` of its own (a catalog has a list of them) and no `pod`, which
 * a whole manifest has.
 */
export async function readsAsProfile(
  bytes: Uint8Array,
  language: DataLanguage,
): Promise<boolean> {
  const text = new TextDecoder().decode(bytes);
  if (!text.includes("model")) return false;
  const parsed = language === "json" ? parseJson(text) : await parseToml(text);
  if (parsed === undefined) return MENTIONS_MODEL[language].test(text);
  if (!isObject(parsed)) return false;
  const { model, pod } = parsed;
  return pod === undefined && (typeof model === "string" || isObject(model));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function parseToml(text: string): Promise<unknown> {
  const { parseToml } = await import("../document/parse_toml.ts");
  const parsed = parseToml(text);
  return "value" in parsed ? parsed.value : undefined;
}
