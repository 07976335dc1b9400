import type { PodManifest } from "../../mod.ts";

/** What the runtime keeps as numbers of 32 bits. */
const FLOATS = ["temperature", "top_p"];

/** What it passes over, and is meant to: of a manifest's provenance, and one of the web. */
const PASSED_OVER = [
  /^profile(?:\.\?)?\.(?:inputs|digest)$/,
  /^web(?:\.\?)?\.search(?:\.\?)?\.api_key_secret$/,
];

/**
 * What a manifest says that the runtime does not read, or reads otherwise, and
 * what it reads that nobody said.
 *
 * @param theirs the manifest as the runtime has read it
 * @param ignored paths of fields that it does not know
 */
export function lostInReading(
  ours: PodManifest,
  theirs: unknown,
  ignored: readonly string[],
): string[] {
  const a = leaves(ours, "");
  const b = leaves(theirs, "");
  const different = [...new Set([...a.keys(), ...b.keys()])].filter((path) =>
    a.get(path) !== b.get(path) && !isPassedOver(path)
  );
  return [
    ...ignored.filter((path) => !isPassedOver(path)).map((path) =>
      `${path}: not known`
    ),
    ...different.map((path) =>
      `${path}: ${a.get(path)} is read ${b.get(path)}`
    ),
  ];
}

function isPassedOver(path: string): boolean {
  return PASSED_OVER.some((pattern) =>
    pattern.test(path.replace(/^(profile\.(?:inputs|digest))[.[].*/, "$1"))
  );
}

/** Every value that is no table, by its path; what is unset is left out. */
function leaves(value: unknown, path: string): Map<string, string> {
  const found = new Map<string, string>();
  const isTable = typeof value === "object" && value !== null;
  if (!isTable) {
    if (value === null || value === undefined) return found;
    const isFloat = FLOATS.some((name) => path.endsWith(`.${name}`));
    found.set(
      path,
      JSON.stringify(isFloat ? Math.fround(Number(value)) : value),
    );
    return found;
  }
  const entries = Object.entries(value).filter(([, item]) =>
    item !== null && item !== undefined
  );
  // That a section is there counts, whatever it says.
  if (entries.length === 0) {
    found.set(path, Array.isArray(value) ? "[]" : "{}");
  }
  for (const [key, item] of entries) {
    const at = path === "" ? key : `${path}.${key}`;
    for (const [inner, text] of leaves(item, at)) found.set(inner, text);
  }
  return found;
}
