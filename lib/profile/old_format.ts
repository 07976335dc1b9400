import { type JsonValue, ownField } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";

const OLD_FORMATS: ReadonlySet<unknown> = new Set([
  "insomnia.nix-profile.v1",
  "insomnia.semantic-profile.v1",
]);

/**
 * The answer to an artifact of the Nix formats that came before Lua profiles.
 *
 * @returns `undefined` for anything else
 */
export function oldFormatProblem(raw: JsonValue): Problem | undefined {
  const format = ownField(ownField(raw, "profile"), "format");
  if (!OLD_FORMATS.has(format)) return undefined;
  return {
    code: "old-format",
    severity: "error",
    message:
      `the profile cannot be read: it is an artifact of the old format \`${format}\`, and a profile is now the plain sections`,
    path: ["profile", "format"],
    help:
      "put `model`, `worker`, `compaction` and the other sections at the top; write `profile.name` as `slug`, and leave out `profile`, `manifest`, `config`, `pod` and `scope.allow`. Any generator can write that: `nix eval --json --file coder.nix | insomnia-profile - --pod-name NAME`",
  };
}
