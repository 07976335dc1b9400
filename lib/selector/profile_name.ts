const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** File endings that make a selector a path. */
export const PATH_ENDINGS: readonly string[] = [
  ".lua",
  ".json",
  ".toml",
  ".nix",
];

/** The rule of a name, to complete "a name is ...". */
export const NAME_RULE =
  "letters, digits and . _ -, beginning with a letter or digit, at most 64 " +
  `characters, and does not end in ${PATH_ENDINGS.join(", ")}`;

/**
 * Whether an entry of a registry can have this name. A name never looks like a
 * path, so that a selector can be read without looking anything up.
 */
export function isProfileName(text: string): boolean {
  return NAME.test(text) && !hasPathEnding(text);
}

/** Whether a text ends like the file of a profile. */
export function hasPathEnding(text: string): boolean {
  return PATH_ENDINGS.some((ending) => text.endsWith(ending));
}
