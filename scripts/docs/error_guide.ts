import { parse } from "npm:smol-toml@1.9.1";
import {
  DIAGNOSTIC_CODES,
  type DiagnosticCode,
} from "../../lib/base/diagnostic_codes.ts";
import { type Files, HOME, WORKSPACE } from "./run_command.ts";

/** What `resources/errors.toml` says about one code. */
export interface ErrorEntry {
  readonly code: DiagnosticCode;
  /** The group of codes it stands in. */
  readonly group: string;
  readonly meaning: string;
  readonly cause: string;
  readonly fix: string;
  readonly wrong?: Example;
  readonly right?: Example;
}

/** A text, and the command that reads it; or a command alone. */
export interface Example {
  readonly text: string;
  readonly language: "lua" | "toml" | "json" | "sh";
  readonly command: string;
  /** The world in which it runs. */
  readonly files: Files;
}

interface Written {
  readonly meaning: string;
  readonly cause: string;
  readonly fix: string;
  readonly wrong?: string;
  readonly right?: string;
  readonly file?: string;
  readonly command?: string;
  readonly files?: Readonly<Record<string, string>>;
}

const DEFAULT_FILE = "profile.lua";
const DEFAULT_COMMAND = "insomnia-profile ./profile.lua --pod-name demo";

/**
 * Reads what is said about every diagnostic code.
 *
 * @param toml the text of `resources/errors.toml`
 * @throws when a code is missing, unknown, or at another place than in
 * `lib/base/diagnostic_codes.ts`
 */
export function readErrorGuide(toml: string): ErrorEntry[] {
  const written = parse(toml) as unknown as Readonly<Record<string, Written>>;
  const described = Object.keys(written);
  const codes = Object.keys(DIAGNOSTIC_CODES) as DiagnosticCode[];
  codes.forEach((code, index) => {
    if (described[index] === code) return;
    throw new Error(
      `resources/errors.toml: ${
        described[index] ?? "the end"
      } stands where \`${code}\` should`,
    );
  });
  if (described.length > codes.length) {
    throw new Error(
      `resources/errors.toml: there is no code \`${described[codes.length]}\``,
    );
  }
  const groups = groupsOf(toml);
  return codes.map((code) => entry(code, groups.get(code)!, written[code]!));
}

/** The `# ---- Title` line above each entry. */
function groupsOf(toml: string): Map<string, string> {
  const groups = new Map<string, string>();
  let group = "";
  for (const line of toml.split("\n")) {
    group = /^# ---- (.+)$/.exec(line)?.[1] ?? group;
    const code = /^\[([a-z-]+)\]$/.exec(line)?.[1];
    if (code !== undefined) groups.set(code, group);
  }
  return groups;
}

function entry(
  code: DiagnosticCode,
  group: string,
  { meaning, cause, fix, wrong, right, ...how }: Written,
): ErrorEntry {
  return {
    code,
    group,
    meaning,
    cause,
    fix,
    ...(wrong !== undefined && { wrong: example(wrong, how) }),
    ...(right !== undefined && { right: example(right, how) }),
  };
}

function example(
  text: string,
  { file = DEFAULT_FILE, command = DEFAULT_COMMAND, files = {} }: Partial<
    Written
  >,
): Example {
  const around = Object.fromEntries(
    Object.entries(files).map(([path, content]) => [absolute(path), content]),
  );
  if (text.startsWith("$ ")) {
    return {
      text: text.slice(2).trimEnd(),
      language: "sh",
      command: text.slice(2).trimEnd(),
      files: around,
    };
  }
  return {
    text: text.trimEnd(),
    language: /\.(lua|toml|json)$/.exec(file)![1] as Example["language"],
    command,
    files: { ...around, [absolute(file)]: text },
  };
}

function absolute(path: string): string {
  return path.startsWith("~/")
    ? `${HOME}${path.slice(1)}`
    : `${WORKSPACE}/${path}`;
}
