/**
 * Runs random Lua in the machine and in native Lua, and compares what it gives,
 * messages and their lines included.
 *
 * `deno task lua-fuzz [MINUTES] [SEED]`. Needs a native Lua 5.4, as `lua5.4` or
 * named as `LUA`; 5.4.8 is best, since what older ones have wrong is left out.
 * The machine's Lua is that of lua/lua be908a7d with what Lua mended since: see
 * docs/machine.md.
 *
 * @module
 */
import { batchProgram, runHere, runNative } from "./lua_fuzz/run_batch.ts";
import {
  type Difference,
  KNOWN_DIFFERENCES,
} from "./lua_fuzz/known_differences.ts";
import { findNativeLua, type NativeLua } from "./lua_fuzz/native_lua.ts";
import { randomBody } from "./lua_fuzz/random_lua.ts";
import { Random } from "./random.ts";

const BATCH = 200;
const DEFAULT_MINUTES = 1;
/** Differences that are shown in full. */
const MOST_SHOWN = 20;

interface Tally {
  bodies: number;
  /** Left out, since one of the two came to a limit. */
  limits: number;
  readonly known: Map<string, number>;
  readonly unknown: Difference[];
}

async function compare(
  bodies: readonly string[],
  native: NativeLua,
  tally: Tally,
): Promise<void> {
  const program = batchProgram(bodies);
  const here = runHere(program);
  const there = here && await runNative(native, program);
  if (!here || !there) {
    // One of them went on and on: each by itself.
    if (bodies.length === 1) tally.limits++;
    else for (const body of bodies) await compare([body], native, tally);
    return;
  }
  for (const [index, body] of bodies.entries()) {
    tally.bodies++;
    const difference = {
      body,
      here: here[index] ?? "",
      native: there[index] ?? "",
    };
    if (difference.here === difference.native) continue;
    const known = KNOWN_DIFFERENCES.find(({ explains }) =>
      explains(difference, native)
    );
    if (known) {
      tally.known.set(known.reason, (tally.known.get(known.reason) ?? 0) + 1);
    } else tally.unknown.push(difference);
  }
}

async function fuzz(
  native: NativeLua,
  minutes: number,
  seed: number,
): Promise<Tally> {
  const random = new Random(seed);
  const tally: Tally = { bodies: 0, limits: 0, known: new Map(), unknown: [] };
  const end = Date.now() + minutes * 60_000;
  while (Date.now() < end) {
    const bodies = Array.from(
      { length: BATCH },
      () => randomBody(random, native),
    );
    await compare(bodies, native, tally);
  }
  return tally;
}

function report({ bodies, limits, known, unknown }: Tally): void {
  console.log(`${bodies} programs, ${limits} left out at a limit`);
  for (const [reason, count] of known) console.log(`${count} known: ${reason}`);
  for (const { body, here, native } of unknown.slice(0, MOST_SHOWN)) {
    console.log(
      `\nDIFFERENT\n${body}\n-- here:   ${here}\n-- native: ${native}`,
    );
  }
  console.log(`${unknown.length} unknown differences`);
}

if (import.meta.main) {
  const [
    minutes = String(DEFAULT_MINUTES),
    seed = String(Date.now() % 2 ** 31),
  ] = Deno.args;
  const native = await findNativeLua();
  if (!native) {
    console.error(
      "no native Lua 5.4 was found: install `lua5.4`, or name one as LUA",
    );
    Deno.exit(1);
  }
  console.log(`against ${native.version}, seed ${seed}`);
  for (const bug of native.bugs) console.log(`it has a bug, left out: ${bug}`);
  const tally = await fuzz(native, Number(minutes), Number(seed));
  report(tally);
  if (tally.unknown.length > 0) Deno.exit(1);
}
