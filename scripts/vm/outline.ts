import { ByteReader } from "./byte_reader.ts";
import { coldPieces } from "./cold_pieces.ts";
import { readCode } from "./code_tree.ts";
import type { CountReached } from "./coverage.ts";
import { changeBodies, codeStart } from "./function_bodies.ts";
import {
  countImports,
  type FunctionType,
  readFunctionTypes,
  readImportTypes,
  readTypes,
  sameType,
} from "./function_types.ts";
import { unsignedLeb } from "./leb128.ts";
import { findLiveness } from "./liveness.ts";
import { movePiece } from "./move_piece.ts";
import { appendEntries, joinBytes, type WasmModule } from "./sections.ts";

/** Less code than this is not worth a call. */
const LEAST_BYTES = 64;
/** Nor what a value costs that is handed over. */
const BYTES_A_VALUE = 4;

/** What was moved. */
export interface OutlineReport {
  pieces: number;
  bytes: number;
}

/**
 * Moves code that usual runs do not come to into functions of its own, at the
 * end of the module.
 *
 * V8 compiles a function of WebAssembly as a whole when it is first called, and
 * half of what a usual run would have compiled is never run: errors, slow
 * paths, the other instructions of the interpreter. What is moved is compiled
 * only when it is come to; what the module does stays the same, step for step.
 */
export function outline(
  module: WasmModule,
  countReached: CountReached,
  leastBytes: number = LEAST_BYTES,
): OutlineReport {
  const imports = countImports(module).functions;
  const known = readTypes(module);
  const types = [...known];
  const own = readFunctionTypes(module);
  const signatures = {
    functions: [...readImportTypes(module), ...own],
    types: known,
  };
  const typeOf = (wanted: FunctionType) => {
    const at = types.findIndex((type) => sameType(type, wanted));
    return at < 0 ? types.push(wanted) - 1 : at;
  };
  const added: { readonly type: number; readonly body: readonly number[] }[] =
    [];
  const report: OutlineReport = { pieces: 0, bytes: 0 };

  changeBodies(module, (body, index) => {
    const code = body.subarray(codeStart(body));
    const root = readCode(code);
    if (countReached(index, root) === 0) return body;
    const { results } = own[index];
    const locals = localsOf(body, own[index]);
    const liveness = findLiveness(code, root);
    const parts: ArrayLike<number>[] = [body.subarray(0, codeStart(body))];
    let from = 0;
    for (
      const piece of coldPieces(
        code,
        root,
        [{ isLoop: false, values: results.length }],
        signatures,
        (list) => countReached(index, list),
      )
    ) {
      const { start } = piece.list.items[piece.first];
      const bytes = piece.list.end - start;
      const live = liveness.get(piece.list)!;
      const moved = movePiece(code, piece, live, locals, results);
      if (!moved || bytes < leastBytes + BYTES_A_VALUE * moved.values) {
        continue;
      }
      const call = moved.call(imports + own.length + added.length);
      parts.push(code.subarray(from, start), call);
      from = piece.list.end;
      added.push({ type: typeOf(moved.type), body: moved.body });
      report.pieces++;
      report.bytes += bytes;
    }
    return joinBytes([...parts, code.subarray(from)]);
  });
  const list = (values: readonly number[]) => [
    ...unsignedLeb(values.length),
    ...values,
  ];
  appendEntries(
    module,
    "type",
    types.slice(known.length).map(({ parameters, results }) => [
      ...[0x60, ...list(parameters), ...list(results)],
    ]),
  );
  appendEntries(module, "function", added.map(({ type }) => unsignedLeb(type)));
  appendEntries(module, "code", added.map(({ body }) => body));
  return report;
}

/** The types of a function's locals, parameters first. */
function localsOf(body: Uint8Array, { parameters }: FunctionType): number[] {
  const reader = new ByteReader(body);
  const locals = [...parameters];
  for (let groups = reader.unsigned(); groups > 0; groups--) {
    const count = reader.unsigned();
    const type = reader.byte();
    locals.push(...Array<number>(count).fill(type));
  }
  return locals;
}
