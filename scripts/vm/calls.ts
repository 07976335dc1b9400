import { ByteReader } from "./byte_reader.ts";
import { codeStart } from "./function_bodies.ts";
import { OP, skipInstruction } from "./instructions.ts";

/** A call of a function by its index. */
export interface Call {
  readonly index: number;
  /** Where the index stands in the body. */
  readonly start: number;
  readonly end: number;
}

/** The calls in a body, in its order. */
export function* callsIn(body: Uint8Array): Generator<Call> {
  const code = new ByteReader(body);
  code.position = codeStart(body);
  while (!code.done) {
    const start = code.position + 1;
    if (skipInstruction(code) !== OP.call) continue;
    const index = new ByteReader(body.subarray(start)).unsigned();
    yield { index, start, end: code.position };
  }
}
