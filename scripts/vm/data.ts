import type { WasmModule } from "./binaryen.ts";
import { addDefinitions, definitions, isNode } from "./wat.ts";

/** What stands behind a backslash in a text of WebAssembly's text format. */
const ESCAPE = /\\(?:([0-9a-f]{2})|(.))/gs;
const NAMED: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r" };

/** Adds bytes that are in memory from the beginning. */
export function addData(
  module: WasmModule,
  start: number,
  bytes: Uint8Array,
): void {
  const text = Array.from(
    bytes,
    (byte) => `\\${byte.toString(16).padStart(2, "0")}`,
  );
  addDefinitions(module, `(data (i32.const ${start}) "${text.join("")}")`);
}

/** Where a text lies in static data, of which there must be one. */
export function addressOf(module: WasmModule, text: string): number {
  const found: number[] = [];
  for (const data of definitions(module, "data")) {
    const start = data.find((item) => isNode(item, "i32.const"));
    const bytes = (data.at(-1) as string).slice(1, -1).replace(
      ESCAPE,
      (_, code: string | undefined, letter: string) =>
        code
          ? String.fromCharCode(parseInt(code, 16))
          : NAMED[letter] ?? letter,
    );
    for (
      let at = bytes.indexOf(`${text}\0`);
      at >= 0;
      at = bytes.indexOf(`${text}\0`, at + 1)
    ) {
      found.push(Number(start?.[1]) + at);
    }
  }
  if (found.length !== 1) throw new TypeError(`${found.length} texts ${text}`);
  return found[0]!;
}
