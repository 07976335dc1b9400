import { isAbsolute } from "./file_path.ts";
import { failure, ProfileError } from "./profile_error.ts";

/** What an option of the library takes. */
export interface OptionRule {
  /** Goes behind a colon: what is wanted. */
  readonly wanted: string;
  readonly fits: (value: unknown) => boolean;
}

/** The methods of a System that reading needs. */
const READING_METHODS = [
  "cwd",
  "os",
  "env",
  "stat",
  "fileInfo",
  "readFile",
  "readDirectory",
  "realPath",
  "readLink",
];

const MOST_STEPS = 2 ** 31 - 1;

const isText = (value: unknown) => typeof value === "string";
const isFunction = (value: unknown) => typeof value === "function";
const has = (value: unknown, method: string) =>
  isFunction((value as Readonly<Record<string, unknown>> | null)?.[method]);

/** The options that more than one function takes, each under its name. */
export const OPTIONS = {
  text: { wanted: "text", fits: isText },
  flag: {
    wanted: "`true` or `false`",
    fits: (value) => typeof value === "boolean",
  },
  call: { wanted: "a function", fits: isFunction },
  path: {
    wanted: "an absolute path",
    fits: (value) =>
      typeof value === "string" && isAbsolute(value) && !value.includes("\0"),
  },
  texts: {
    wanted: "a list of texts",
    fits: (value) => Array.isArray(value) && value.every(isText),
  },
  textsByName: {
    wanted: "an object with a text for each name",
    fits: (value) =>
      typeof value === "object" && value !== null && !Array.isArray(value) &&
      Object.values(value).every(isText),
  },
  selector: {
    wanted: "text, or what `parseSelector` returns",
    fits: (value) =>
      isText(value) ||
      isText((value as { readonly kind?: unknown } | null)?.kind),
  },
  wall: {
    wanted: '`"none"` or `"worker"`',
    fits: (value) => value === "none" || value === "worker",
  },
  maxSteps: {
    wanted: `a whole number from 1 to ${MOST_STEPS}`,
    fits: (value) =>
      typeof value === "number" && Number.isInteger(value) &&
      value >= 1 && value <= MOST_STEPS,
  },
  system: {
    wanted: "what `memorySystem` or `denoSystem` returns",
    fits: (value) => READING_METHODS.every((method) => has(value, method)),
  },
  session: {
    wanted: "a `ResolverSession`",
    fits: (value) => has(value, "once"),
  },
} satisfies Readonly<Record<string, OptionRule>>;

/**
 * Checks the options that a program hands in, so that a wrong one is never taken
 * for its default. What is left out has its default.
 *
 * @param rules one for each option that is checked here
 * @param needed the options that cannot be left out
 * @throws {ProfileError} `option-invalid`, for all of them at once
 *
 * @example
 * ```ts
 * import { checkOptions, OPTIONS } from "./check_options.ts";
 * import assert from "node:assert/strict";
 * assert.throws(() => checkOptions({ wall: "wroker" }, { wall: OPTIONS.wall }));
 * ```
 */
export function checkOptions(
  options: unknown,
  rules: Readonly<Record<string, OptionRule>>,
  needed: readonly string[] = [],
): void {
  if (typeof options !== "object" || options === null) {
    throw invalid("the options", options, "an object");
  }
  const given = options as Readonly<Record<string, unknown>>;
  const missing = needed.filter((name) => given[name] === undefined).flatMap((
    name,
  ) =>
    failure(
      "option-invalid",
      `the options need a \`${name}\`: ${rules[name]?.wanted}`,
    ).diagnostics
  );
  const wrong = Object.entries(rules).flatMap(([name, { wanted, fits }]) =>
    given[name] === undefined || fits(given[name])
      ? []
      : invalid(`\`${name}\``, given[name], wanted).diagnostics
  );
  const problems = [...missing, ...wrong];
  if (problems.length > 0) throw new ProfileError(problems);
}

function invalid(name: string, value: unknown, wanted: string): ProfileError {
  return failure(
    "option-invalid",
    `${name} cannot be ${shown(value)}: ${wanted} is required`,
    { help: "leave the option out for its default" },
  );
}

function shown(value: unknown): string {
  if (value === null) return "`null`";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return `\`${value}\``;
    case "object":
      return "an object like this";
    default:
      return `a ${typeof value}`;
  }
}
