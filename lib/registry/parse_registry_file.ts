import { decodeText } from "../document/decode_text.ts";
import { parseToml, type TomlSyntaxError } from "../document/parse_toml.ts";
import { tomlSyntax } from "../document/toml_syntax.ts";
import type { LoadedRegistryFile } from "./load_registry_file.ts";
import { validateRegistry } from "./validate_registry.ts";

/**
 * Reads the text of a `profiles.toml`. Loads a TOML parser: import this module
 * when there is such a file.
 *
 * @param path of the file, for places
 * @param source whose registry it is
 * @returns what it says, or why it cannot be used
 */
export async function parseRegistryFile(
  bytes: Uint8Array,
  path: string,
  source: "user" | "project",
): Promise<Pick<LoadedRegistryFile, "text" | "problems" | "content">> {
  const syntax = (error: TomlSyntaxError) => [
    tomlSyntax("registry-syntax", `the registry \`${path}\``, path, error),
  ];
  const decoded = decodeText(bytes);
  if ("error" in decoded) return { problems: syntax(decoded.error) };
  const { text } = decoded;
  const parsed = parseToml(text);
  if ("error" in parsed) return { text, problems: syntax(parsed.error) };
  const checked = await validateRegistry(parsed.value, source);
  if ("content" in checked) {
    return { text, problems: [], content: checked.content };
  }
  const { tomlDiagnostics } = await import("../document/toml_diagnostics.ts");
  const problems = tomlDiagnostics(checked.problems, text, path);
  return { text, problems };
}
