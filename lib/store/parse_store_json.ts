import { utf8Text } from "../base/utf8_text.ts";
import { failure, type ProfileError } from "../base/profile_error.ts";

/**
 * The data of a JSON file of the store.
 *
 * @throws {ProfileError} `pod-damaged`, with the place in the file
 */
export async function parseStoreJson(
  bytes: Uint8Array,
  path: string,
): Promise<unknown> {
  const value = tryParse(bytes);
  if (value === undefined) throw await damagedFile(bytes, path);
  return value;
}

/**
 * The data of a JSON text.
 *
 * @param exact whether numbers that JavaScript would change are kept as they
 * are written, to be written again: what another program wrote is not rounded
 * @returns `undefined` for what is no JSON
 */
export function tryParse(bytes: Uint8Array, exact = false): unknown {
  const text = utf8Text(bytes);
  if (text === undefined) return undefined;
  try {
    return exact
      ? JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1])
      : JSON.parse(text);
  } catch (error) {
    // Not JSON, or nested too deeply to parse.
    if (error instanceof SyntaxError || error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

/** The error of a file that is not JSON. */
export async function damagedFile(
  bytes: Uint8Array,
  path: string,
): Promise<ProfileError> {
  const help = "restore it from a backup, or move the Pod's folder away";
  const say = (why: string, more = {}) =>
    failure("pod-damaged", `\`${path}\` is damaged: ${why}`, { help, ...more });
  if (bytes.length === 0) return say("it is empty");
  const text = utf8Text(bytes);
  if (text === undefined) return say("it is not UTF-8");
  if (tryParse(bytes) !== undefined) return say("it is not an object");
  const { explainJsonSyntax } = await import(
    "../source/explain_json_syntax.ts"
  );
  const { message, place } = explainJsonSyntax(text, path);
  return say(message, { source: place });
}

/** TypeScript does not know it yet. */
const { rawJSON } = JSON as unknown as { rawJSON?(text: string): unknown };

function keepDigits(
  _key: string,
  value: unknown,
  context?: { readonly source?: string },
): unknown {
  const source = context?.source;
  return typeof value === "number" && source !== undefined &&
      String(value) !== source && rawJSON
    ? rawJSON(source)
    : value;
}
