import type { SourcePlace } from "../base/diagnostic.ts";
import { pathSeenFrom } from "../base/file_path.ts";
import { printFieldPath } from "../base/field_path.ts";
import type { Origin } from "../manifest/origin.ts";

/** What is known of an origin's place. */
export interface OriginWords {
  /** What places are shown relative to, absolute. */
  readonly directory: string;
  /** Where the field of the profile that an origin names stands. */
  readonly placeOf: (field: string) => {
    readonly source: SourcePlace;
    readonly helper?: string;
    readonly related: readonly {
      readonly message: string;
      readonly source?: SourcePlace;
    }[];
  } | undefined;
}

/** A builtin profile is no file of the reader's: it is called by its name. */
const BUILTIN = /^resources\/profiles\/(\w+)\.lua$/;

/** What people call a launch input. */
const INPUTS: Readonly<Record<string, string>> = {
  podName: "the Pod's name",
  workspaceBase: "the workspace",
  delegatedScope: "what the launch delegates",
};

/**
 * Where a value came from, in lines: first what gave it, then the arithmetic,
 * then what it came through.
 *
 * @param path of the value in the manifest
 */
export function explainOrigin(
  path: string,
  origin: Origin,
  { directory, placeOf }: OriginWords,
): readonly string[] {
  const place = ({ file, line }: SourcePlace) => {
    const [, builtin] = BUILTIN.exec(file) ?? [];
    const name = builtin ? `builtin:${builtin}` : pathSeenFrom(directory, file);
    return `${name}:${line}`;
  };
  switch (origin.kind) {
    case "default":
      return [
        `the default${origin.reason === undefined ? "" : `: ${origin.reason}`}`,
      ];
    case "launch":
      return [`from the launch: ${inputWords(path, origin.input)}`];
    case "catalog":
      return [
        `from ${origin.file}.toml, entry \`${origin.entry}\` (${origin.from} catalog)`,
      ];
    case "profile":
    case "preset":
    case "manifest": {
      const found = placeOf(printFieldPath(origin.field));
      const at = found ? ` at ${place(found.source)}` : "";
      const what = origin.kind === "preset"
        ? `from ${origin.preset}${at}`
        : found && origin.field.at(-1) === "context_budget"
        ? `from \`context_budget\`${at}`
        : found?.helper !== undefined
        ? `set by \`${found.helper}\`, called${at}`
        : found?.source.label !== undefined
        ? `${found.source.label}: ${place(found.source)}`
        : found
        ? `written${at}`
        : `from \`${printFieldPath(origin.field)}\` of the ${
          origin.kind === "manifest" ? "manifest file" : "profile"
        }`;
      const through = (found?.related ?? []).map(({ message, source }) =>
        source ? `${message}: ${place(source)}` : message
      );
      const { computed } = origin;
      const { changes = [] } = origin;
      return computed
        ? [
          `${computed.arithmetic}, ${what}`,
          ...changes,
          computed.window,
          ...through,
        ]
        : [what, ...changes, ...through];
    }
  }
}

/** Which rule of the launch gave a part of the scope. */
function inputWords(path: string, input: string): string {
  const [, rule] = /^scope\.allow\[(\d+)\]/.exec(path) ?? [];
  return input === "delegatedScope" && rule !== undefined
    ? `rule ${Number(rule) + 1} of what is delegated`
    : INPUTS[input] ?? input;
}
