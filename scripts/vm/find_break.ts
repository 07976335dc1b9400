import type { Address } from "../../lib/lua/lua_api.ts";

/**
 * Finds the word that says how far the heap goes, the program break. It only
 * moves up, and C code writes nothing behind it.
 *
 * @param before the static data of a machine that has allocated nothing
 * @param after the same when it has
 * @param heapStart where the heap begins, as does the break
 * @param used the end of what was allocated
 */
export function findBreak(
  before: Uint8Array,
  after: Uint8Array,
  { heapStart, used }: { readonly heapStart: Address; readonly used: Address },
): Address {
  const old = wordsOf(before);
  const found: Address[] = [];
  wordsOf(after).forEach((word, index) => {
    if (old[index] === heapStart && word >= used) found.push(4 * index);
  });
  if (found.length !== 1) {
    throw new TypeError(`${found.length} words can be the program break`);
  }
  return found[0]!;
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}
