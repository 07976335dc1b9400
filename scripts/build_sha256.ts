/**
 * Makes `lib/base/sha256_code.generated.ts`: the inner loop of SHA-256 (FIPS
 * 180-4) as WebAssembly. `crypto.subtle` asks another thread, which costs a
 * start half a millisecond, and the same in JavaScript costs more while it is
 * cold. `--check` only compares.
 *
 * @module
 */
import { formatText } from "./format_text.ts";
import { functionBody } from "./vm/function_bodies.ts";
import { VALUE_TYPE } from "./vm/function_types.ts";
import { OP } from "./vm/instructions.ts";
import { signedLeb, unsignedLeb } from "./vm/leb128.ts";
import {
  joinBytes,
  nameBytes,
  SECTION,
  type WasmModule,
  writeModule,
} from "./vm/sections.ts";

const FILE = "lib/base/sha256_code.generated.ts";

/** Addresses in the one page of memory, in bytes. */
const ROUND_CONSTANTS = 0;
const SCHEDULE = 256;
const HASH = 512;
const DATA = 1024;

const BLOCK_BYTES = 64;
const WORD_BYTES = 4;
const ROUNDS_BYTES = 64 * WORD_BYTES;

const { i32 } = VALUE_TYPE;

/** The parameter: how many bytes there are at `DATA`; whole blocks. */
const LENGTH = 0;
/** Locals: where the block begins, a position in it, two sums, the eight words. */
const [BLOCK, AT, FIRST, SECOND, A] = [1, 2, 3, 4, 5];
const [B, C, D, E, F, G, H] = [A + 1, A + 2, A + 3, A + 4, A + 5, A + 6, A + 7];
const LOCALS = 12;

type Code = readonly number[];

const get = (local: number): Code => [OP.localGet, local];
const set = (
  local: number,
  value: Code,
): Code => [...value, OP.localSet, local];
const constant = (value: number): Code => [OP.i32Const, ...signedLeb(value)];
const load = (address: Code, offset: number): Code => [
  ...[...address, OP.i32Load, 2, ...unsignedLeb(offset)],
];
const store = (address: Code, offset: number, value: Code): Code => [
  ...[...address, ...value, OP.i32Store, 2, ...unsignedLeb(offset)],
];
const chain = (op: number, values: readonly Code[]): Code => [
  ...values[0]!,
  ...values.slice(1).flatMap((value) => [...value, op]),
];
const sum = (...values: Code[]): Code => chain(OP.i32Add, values);
const and = (...values: Code[]): Code => chain(OP.i32And, values);
const xor = (...values: Code[]): Code => chain(OP.i32Xor, values);
const rotated = (value: Code, bits: number): Code => [
  ...[...value, ...constant(bits), OP.i32Rotr],
];
const shifted = (value: Code, bits: number): Code => [
  ...[...value, ...constant(bits), OP.i32ShrU],
];

/** Runs `body` with a local from `from` up to `to`, which is more than `from`. */
function count(
  local: number,
  [from, to, step]: readonly [Code, Code, number],
  body: Code,
): Code {
  return [
    ...set(local, from),
    ...[OP.loop, OP.noResult, ...body],
    ...[...sum(get(local), constant(step)), OP.localTee, local],
    ...[...to, OP.i32LtS, OP.brIf, 0, OP.end],
  ];
}

/** The word at a place of the data, whose highest byte comes first. */
function wordOfData(): Code {
  const word = load(sum(get(BLOCK), get(AT)), DATA);
  return chain(OP.i32Or, [
    and(rotated(word, 24), constant(0x00ff00ff)),
    and(rotated(word, 8), constant(0xff00ff00 | 0)),
  ]);
}

/** The word of the schedule that is so many words before the current one. */
const before = (words: number): Code =>
  load(get(AT), SCHEDULE - words * WORD_BYTES);

const scheduleWord = sum(
  before(16),
  before(7),
  xor(rotated(before(15), 7), rotated(before(15), 18), shifted(before(15), 3)),
  xor(rotated(before(2), 17), rotated(before(2), 19), shifted(before(2), 10)),
);

const round: Code = [
  ...set(
    FIRST,
    sum(
      get(H),
      xor(rotated(get(E), 6), rotated(get(E), 11), rotated(get(E), 25)),
      xor(get(G), and(get(E), xor(get(F), get(G)))),
      load(get(AT), ROUND_CONSTANTS),
      load(get(AT), SCHEDULE),
    ),
  ),
  ...set(
    SECOND,
    sum(
      xor(rotated(get(A), 2), rotated(get(A), 13), rotated(get(A), 22)),
      xor(and(get(A), get(B)), and(get(A), get(C)), and(get(B), get(C))),
    ),
  ),
  ...set(H, get(G)),
  ...set(G, get(F)),
  ...set(F, get(E)),
  ...set(E, sum(get(D), get(FIRST))),
  ...set(D, get(C)),
  ...set(C, get(B)),
  ...set(B, get(A)),
  ...set(A, sum(get(FIRST), get(SECOND))),
];

const EIGHT = [A, B, C, D, E, F, G, H];
const hashWord = (index: number) => HASH + index * WORD_BYTES;

/** `compress(length)`: mixes the data into the hash. */
const compress: Code = [
  ...count(BLOCK, [constant(0), get(LENGTH), BLOCK_BYTES], [
    ...count(
      AT,
      [constant(0), constant(BLOCK_BYTES), WORD_BYTES],
      store(get(AT), SCHEDULE, wordOfData()),
    ),
    ...count(
      AT,
      [constant(BLOCK_BYTES), constant(ROUNDS_BYTES), WORD_BYTES],
      store(get(AT), SCHEDULE, scheduleWord),
    ),
    ...EIGHT.flatMap((local, index) =>
      set(local, load(constant(0), hashWord(index)))
    ),
    ...count(AT, [constant(0), constant(ROUNDS_BYTES), WORD_BYTES], round),
    ...EIGHT.flatMap((local, index) =>
      store(
        constant(0),
        hashWord(index),
        sum(get(local), load(constant(0), hashWord(index))),
      )
    ),
  ]),
  OP.end,
];

/** The first 32 bits of the fractional parts of the cube roots of the first primes. */
function roundConstants(): Uint8Array {
  const words: number[] = [];
  for (let candidate = 2; words.length < 64; candidate++) {
    let factor = 2;
    while (candidate % factor !== 0) factor++;
    if (factor === candidate) words.push((Math.cbrt(candidate) % 1) * 2 ** 32);
  }
  const bytes = new DataView(new ArrayBuffer(ROUNDS_BYTES));
  for (const [index, word] of words.entries()) {
    bytes.setUint32(index * WORD_BYTES, word, true);
  }
  return new Uint8Array(bytes.buffer);
}

/** The module: `memory`, one page, and `compress`. */
export function buildSha256(): Uint8Array<ArrayBuffer> {
  const constants = roundConstants();
  const module: WasmModule = new Map([
    [SECTION.type, Uint8Array.from([1, 0x60, 1, i32, 0])],
    [SECTION.function, Uint8Array.from([1, 0])],
    [SECTION.memory, Uint8Array.from([1, 1, 1, 1])],
    [
      SECTION.export,
      Uint8Array.from([
        ...[2, ...nameBytes("memory"), 2, 0],
        ...[...nameBytes("compress"), 0, 0],
      ]),
    ],
    [
      SECTION.code,
      Uint8Array.from([1, ...functionBody([[LOCALS, i32]], compress)]),
    ],
    [
      SECTION.data,
      joinBytes([
        [1, 0, ...constant(ROUND_CONSTANTS), OP.end],
        unsignedLeb(constants.length),
        constants,
      ]),
    ],
  ]);
  return writeModule(module);
}

/** The text of the generated module. */
export async function printSha256(): Promise<string> {
  return await formatText(
    `// Generated by scripts/build_sha256.ts. Do not edit.

/** The inner loop of SHA-256 as WebAssembly, in base64. */
export const SHA256_CODE = "${buildSha256().toBase64()}";

/** Where it finds the hash so far, eight words, and whole blocks to mix in. */
export const SHA256_PLACES = { hash: ${HASH}, room: ${DATA} } as const;
`,
    "ts",
  );
}

if (import.meta.main) {
  if (!Deno.args.includes("--check")) {
    await Deno.writeTextFile(FILE, await printSha256());
  } else if (await Deno.readTextFile(FILE) !== await printSha256()) {
    console.error(`${FILE} is not what scripts/build_sha256.ts writes`);
    Deno.exit(1);
  }
}
