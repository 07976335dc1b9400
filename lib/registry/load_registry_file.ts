import type { Diagnostic } from "../base/diagnostic.ts";
import { directoryOf } from "../base/file_path.ts";
import { parseToml } from "../base/parse_toml.ts";
import { tomlDiagnostics } from "../base/toml_diagnostics.ts";
import { type System, SystemError } from "../system/system.ts";
import type { RegistryFile } from "./profile_registry.ts";
import { type RegistryContent, validateRegistry } from "./validate_registry.ts";

const MAX_REGISTRY_BYTES = 1024 * 1024;

/** A registry file, and what it says when it has no problems. */
export interface LoadedRegistryFile extends RegistryFile {
  readonly content?: RegistryContent;
}

/**
 * Reads one `profiles.toml`. Nothing that is wrong with it is thrown: other
 * sources can be used all the same.
 *
 * @param path absolute
 * @returns `undefined` when there is no such file
 */
export async function loadRegistryFile(
  system: System,
  source: "user" | "project",
  path: string,
): Promise<LoadedRegistryFile | undefined> {
  const file = { source, path, directory: directoryOf(path) };
  let bytes: Uint8Array;
  try {
    bytes = await system.readFile(path, MAX_REGISTRY_BYTES);
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    if (error.kind === "not-found") return undefined;
    return { ...file, problems: [unreadable(source, path, error)] };
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { ...file, problems: [syntax(path, "it is not valid UTF-8", 1, 1)] };
  }
  const parsed = await parseToml(text);
  if ("error" in parsed) {
    const { message, line, column } = parsed.error;
    return { ...file, text, problems: [syntax(path, message, line, column)] };
  }
  const checked = await validateRegistry(parsed.value);
  if ("content" in checked) {
    return { ...file, text, problems: [], content: checked.content };
  }
  const problems = await tomlDiagnostics(checked.problems, text, path);
  return { ...file, text, problems };
}

/** The diagnostic of a registry that the outside world does not hand out. */
export function unreadable(
  source: "user" | "project",
  path: string,
  error: SystemError,
): Diagnostic {
  return {
    code: error.kind === "not-permitted"
      ? "permission-missing"
      : "file-unreadable",
    severity: "error",
    message: `cannot read the ${source} registry \`${path}\`: ${error.message}`,
  };
}

function syntax(
  path: string,
  reason: string,
  line: number,
  column: number,
): Diagnostic {
  return {
    code: "registry-syntax",
    severity: "error",
    message: `cannot read the registry \`${path}\`: ${reason}`,
    source: { file: path, line, column, length: 1 },
  };
}
