import fc from "../fast_check.ts";

type Path = readonly (string | number)[];

const JUNK: readonly unknown[] = [
  null,
  true,
  "",
  "x",
  "\ud800",
  " line\nbreak ",
  -1,
  -2,
  0,
  0.5,
  1,
  1.5,
  2.5,
  256,
  2 ** 53,
  [],
  {},
  ["x"],
  [null],
  { kind: "none" },
  { ratio: 0.5 },
  { ratio: 1 },
];

/** A value with one thing in it replaced, removed or added: often no longer right. */
export function damaged<T>(valid: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
  return fc.tuple(
    valid,
    fc.nat(),
    fc.constantFrom("replace", "remove", "add", "nudge"),
    fc.constantFrom(...JUNK),
  ).map(([value, seed, action, junk]) => {
    const copy = { root: structuredClone(value) as unknown };
    const places = [...pathsOf(copy.root, ["root"])];
    const place = places[seed % places.length]!;
    const last = place[place.length - 1]!;
    const around = valueAt(copy, place.slice(0, -1));
    const current = around[last];
    if (action === "replace") around[last] = structuredClone(junk);
    else if (action === "remove" && Array.isArray(around)) around.pop();
    else if (action === "remove") delete around[last];
    else if (action === "nudge") around[last] = nudge(current, seed);
    else if (typeof current === "object" && current !== null) {
      (current as Record<string, unknown>)[
        ["extra", "kind", "ratio"][seed % 3]!
      ] = structuredClone(junk);
    }
    return copy.root;
  });
}

function nudge(value: unknown, seed: number): unknown {
  if (typeof value === "number") {
    return [-value, value + 0.5, value * 1e16][seed % 3];
  }
  if (typeof value === "string") {
    return [
      `${value}/`,
      value.slice(1),
      `${value}\n`,
      value.toUpperCase(),
    ][seed % 4];
  }
  if (typeof value === "boolean") return String(value);
  return value;
}

function* pathsOf(value: unknown, path: Path): Iterable<Path> {
  yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    yield* pathsOf(item, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function valueAt(value: unknown, path: Path): Record<string | number, unknown> {
  for (const part of path) {
    value = (value as Record<string | number, unknown>)[part];
  }
  return value as Record<string | number, unknown>;
}
