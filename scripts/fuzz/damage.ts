import type { Random } from "../random.ts";

/** Planted where a secret could stand: no output may hold it. */
export const SECRET = "AKIAQ7A2ZX5MK3WB6TNV";

/** Text that has the form of no credential, in the place of one. */
export const PASSWORD = "Tr0ub4dor-and-3-horses";

const TEXTS: readonly string[] = [
  "",
  "x",
  SECRET,
  `https://ada:${PASSWORD}@example.com/v1`,
  "\u001b[2J\u0007\u009b1m",
  "\u202egnp.lua\u2066",
  "\ud800",
  "a\r\nb\rc\n\rd",
  "x.lua:99999999999999999999: here",
  "../../../etc/passwd",
  "/etc/passwd",
  "https://api.anthropic.com\\@evil.test",
  "https://evil.test#@api.anthropic.com",
  "$insomnia/base",
  "codex-oauth/gpt-5.5",
  "__proto__",
  "constructor",
  "sk-",
  "Bearer ",
  "`".repeat(20),
];

const NAMES: readonly string[] = [
  ...["auth", "ref", "env", "file", "kind", "key", "token", "password"],
  ...["api_key", "base_url", "model", "worker", "scope", "allow", "pod"],
  ...["web", "search", "memory", "compaction", "max_token", "__proto__"],
  ...["constructor", "toString", "", "a.b", "\u001b[31m", "1", "0"],
];

/** A value that belongs nowhere, of every kind. */
export function junk(random: Random, depth = 0): unknown {
  switch (random.below(depth > 4 ? 5 : 8)) {
    case 0:
      return random.pick(TEXTS);
    case 1:
      return random.pick([0, -1, 0.5, 1e308, -0, 2 ** 53, NaN, 123456789012]);
    case 2:
      return random.pick([null, true, false]);
    case 3:
      return `${random.pick(TEXTS)} `.repeat(random.below(50));
    case 4:
      return random.pick(NAMES);
    case 5:
      return Array.from(
        { length: random.below(5) },
        () => junk(random, depth + 1),
      );
    default:
      return Object.fromEntries(
        Array.from({ length: random.below(4) }, () => [
          random.chance(0.7) ? random.pick(NAMES) : random.pick(TEXTS),
          junk(random, depth + 1),
        ]),
      );
  }
}

/** A document with some things in it replaced, added, removed or repeated. */
export function damagedValue(random: Random, value: unknown): unknown {
  const root = { document: structuredClone(value) };
  for (let left = 1 + random.below(4); left > 0; left--) {
    const places = placesIn(root);
    if (places.length === 0) return junk(random);
    const { around, key } = random.pick(places);
    switch (random.below(4)) {
      case 0:
        delete around[key];
        break;
      case 1:
        around[random.pick(NAMES)] = junk(random);
        break;
      case 2:
        around[key] = random.pick(places).around[key];
        break;
      default:
        around[key] = junk(random);
    }
    // What was put into itself would never end.
    if (!isTree(root)) return junk(random);
  }
  return root.document;
}

interface Place {
  readonly around: Record<string, unknown>;
  readonly key: string;
}

function placesIn(root: object): Place[] {
  const places: Place[] = [];
  const waiting: object[] = [root];
  for (const around of waiting) {
    for (const [key, value] of Object.entries(around)) {
      places.push({ around: around as Record<string, unknown>, key });
      if (typeof value === "object" && value !== null) waiting.push(value);
    }
    if (waiting.length > 5000) break;
  }
  return places;
}

function isTree(value: unknown): boolean {
  try {
    return JSON.stringify(value).length < 200_000;
  } catch {
    return false;
  }
}

const PIECES: readonly string[] = [
  ...["[", "]", "{", "}", "(", ")", '"', "'", "=", ",", "\\", "\n", "\r"],
  ...["[[", "]]", "--", "#", ".", ":", "function() end", "return", "error("],
  ...["..", "nil", "require", "profile.import", "0x", "1e999", "\u0000"],
];

/** A text with pieces of it cut out, moved, repeated, or put in. */
export function damagedText(random: Random, text: string): string {
  let damaged = text;
  for (let left = 1 + random.below(4); left > 0; left--) {
    const at = random.below(damaged.length + 1);
    const length = random.below(Math.min(30, damaged.length - at + 1));
    const piece = damaged.slice(at, at + length);
    const rest = damaged.slice(at + length);
    const put = random.pick([
      "",
      piece + piece,
      random.pick(PIECES),
      JSON.stringify(random.pick(TEXTS)),
      random.pick(TEXTS),
    ]);
    damaged = damaged.slice(0, at) + put + rest;
  }
  return damaged;
}
