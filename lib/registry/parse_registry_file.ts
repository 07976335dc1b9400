import { utf8Text } from "../base/utf8_text.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { parseToml, type TomlSyntaxError } from "../document/parse_toml.ts";
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
  const text = utf8Text(bytes);
  if (text === undefined) {
    const message = "it is not valid UTF-8";
    return { problems: [syntax(path, { message, line: 1, column: 1 })] };
  }
  const parsed = parseToml(text);
  if ("error" in parsed) {
    return { text, problems: [syntax(path, parsed.error)] };
  }
  const checked = await validateRegistry(parsed.value, source);
  if ("content" in checked) {
    return { text, problems: [], content: checked.content };
  }
  const { tomlDiagnostics } = await import("../document/toml_diagnostics.ts");
  const problems = tomlDiagnostics(checked.problems, text, path);
  return { text, problems };
}

function syntax(
  path: string,
  { message, line, column, help }: TomlSyntaxError,
): Diagnostic {
  return {
    code: "registry-syntax",
    severity: "error",
    message: `cannot read the registry \`${path}\`: ${message}`,
    source: { file: path, line, column, length: 1 },
    ...help !== undefined && { help },
  };
}
