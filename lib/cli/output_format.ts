import type { Diagnostic } from "../base/diagnostic.ts";
import type { ManifestFormat } from "../print/print_manifest.ts";
import type { Flags } from "./arguments/parse_arguments.ts";

/**
 * The format to write a manifest in: `--format`, else what the ending of
 * `--out` says, else JSON.
 *
 * @returns also a note where an ending says neither
 */
export function outputFormat({ format, out }: Flags): {
  readonly format: ManifestFormat;
  readonly remarks: readonly Diagnostic[];
} {
  if (format !== undefined) {
    return { format: format as ManifestFormat, remarks: [] };
  }
  if (out === undefined || out.endsWith(".json") || out.startsWith("/dev/")) {
    return { format: "json", remarks: [] };
  }
  if (out.endsWith(".toml")) return { format: "toml", remarks: [] };
  return {
    format: "json",
    remarks: [{
      code: "format-assumed",
      severity: "note",
      message:
        `\`${out}\` is written as JSON: its name ends in neither \`.json\` nor \`.toml\``,
      help: "`--format toml` writes TOML, `--format json` says nothing of it",
    }],
  };
}
