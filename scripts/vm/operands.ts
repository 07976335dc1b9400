import { ByteReader } from "./byte_reader.ts";
import { codeStart } from "./function_bodies.ts";
import { skipInstruction } from "./instructions.ts";

/** The one number that an instruction names something by. */
export interface Operand {
  readonly value: number;
  /** Where it stands in the body. */
  readonly start: number;
  readonly end: number;
}

/** The operands of some kinds of instructions in a body, in its order. */
export function* operandsIn(
  body: Uint8Array,
  ...ops: readonly number[]
): Generator<Operand> {
  const code = new ByteReader(body);
  code.position = codeStart(body);
  while (!code.done) {
    const start = code.position + 1;
    if (!ops.includes(skipInstruction(code))) continue;
    const value = new ByteReader(body.subarray(start)).unsigned();
    yield { value, start, end: code.position };
  }
}
