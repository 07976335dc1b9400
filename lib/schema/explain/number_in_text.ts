import type { Unit } from "../field.ts";

/** A number that was written as a text. */
export interface NumberInText {
  /** Whether it is a number in quotes and nothing else. */
  readonly plain: boolean;
  readonly value: number;
  /** Of a percentage, as a part of one. */
  readonly share?: number;
}

/** What a letter behind a number means, by what is counted. */
const THOUSANDS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6 };
const BYTES: Readonly<Record<string, number>> = {
  b: 1,
  k: 1024,
  kb: 1024,
  kib: 1024,
  m: 1024 ** 2,
  mb: 1024 ** 2,
  mib: 1024 ** 2,
};
const SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  secs: 1,
  seconds: 1,
  m: 60,
  min: 60,
  minutes: 60,
  h: 3600,
};

/** Nobody writes a longer one. */
const LONGEST_NUMBER = 64;

/**
 * Reads the number that a text like `200k`, `50%`, `30s` or `1_000` stands for.
 *
 * @param unit what the field counts
 * @returns `undefined` when the text is not a number
 */
export function numberInText(
  text: string,
  unit: Unit | undefined,
): NumberInText | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const [, digits, rest = ""] =
    /^([+-]?\d[\d_,' ]*(?:\.\d+)?)\s*([A-Za-z%]*)$/.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const bare = digits.replace(/[_,' ]/g, "");
  const value = Number(bare);
  if (!Number.isFinite(value)) return undefined;
  if (rest === "") return { plain: bare === text, value };
  if (rest === "%") {
    return value > 0 && value < 100
      ? { plain: false, value, share: Number((value / 100).toPrecision(12)) }
      : undefined;
  }
  const word = rest.toLowerCase();
  const meanings = unit === "seconds"
    ? SECONDS
    : unit === "bytes"
    ? BYTES
    : THOUSANDS;
  const factor = word === unit || word === unit?.slice(0, -1)
    ? 1
    : meanings[word];
  if (factor === undefined) return undefined;
  return { plain: false, value: Math.round(value * factor) };
}
