import { baseName } from "../base/file_path.ts";
import { suggest } from "../base/suggest.ts";

/** What the name of a profile's file ends in. */
const PROFILE_ENDINGS: readonly string[] = [".lua", ".json", ".toml"];

/** Why a file cannot be a profile, and what to do instead. */
export interface UnsupportedFile {
  readonly reason: string;
  readonly help: string;
}

/**
 * Says by its name alone whether a file can be a profile.
 *
 * @param path absolute
 * @returns `undefined` when it can
 */
export function unsupportedFile(path: string): UnsupportedFile | undefined {
  const name = baseName(path);
  if (name.endsWith(".nix")) {
    return {
      reason: "a Nix file is not evaluated here",
      help: "give its data on standard input: `nix eval --json --file " +
        `${name} | insomnia-profile - --pod-name NAME\``,
    };
  }
  if (!PROFILE_ENDINGS.some((ending) => name.endsWith(ending))) {
    const [ending = ""] = /\.[^.]*$/.exec(name) ?? [];
    const near = suggest(ending, PROFILE_ENDINGS);
    const meant = near && name.slice(0, name.length - ending.length) + near;
    return {
      reason:
        "a profile is a `.lua` file, or a `.json` or `.toml` file with its data",
      help: meant !== undefined
        ? `did you mean \`${meant}\`?`
        : "data of any other language can be given on standard input, as " +
          "JSON: `... | insomnia-profile - --pod-name NAME`",
    };
  }
  if (name.startsWith("_")) {
    return {
      reason: "a file whose name begins with `_` is a helper, not a profile",
      help: `use it from a profile: \`require("${
        name.replace(/\.[^.]*$/, "")
      }")\``,
    };
  }
}
