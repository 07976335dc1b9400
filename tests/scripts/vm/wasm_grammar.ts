import fc from "npm:fast-check@4.10.2";
import { functionBody } from "../../../scripts/vm/function_bodies.ts";
import { VALUE_TYPE } from "../../../scripts/vm/function_types.ts";
import { OP } from "../../../scripts/vm/instructions.ts";
import { unsignedLeb } from "../../../scripts/vm/leb128.ts";
import {
  nameBytes,
  SECTION,
  type WasmModule,
} from "../../../scripts/vm/sections.ts";

const { i32, i64 } = VALUE_TYPE;

/** Locals 0 to 3 are numbers that code reads and writes, 4 is one of 64 bits. */
const [LOCALS, LONG] = [4, 4];
/** Where code writes what it went through. */
const NOTES = 8;
const MAX_DEPTH = 7;
const HELPER = 1;

interface Label {
  readonly isLoop: boolean;
  /** Whether it leaves a number. */
  readonly gives: boolean;
}

/** Code from a tape of choices; with zeros behind its end, which end things. */
class Writer {
  #at = 0;
  constructor(
    readonly tape: readonly number[],
    readonly helper: boolean,
  ) {}

  #choose(count: number): number {
    return (this.tape[this.#at++] ?? 0) % count;
  }

  #local(): number[] {
    return unsignedLeb(this.#choose(LOCALS));
  }

  /** A function's code: most of it is in blocks and loops that give nothing. */
  code(): number[] {
    let labels: readonly Label[] = [{ isLoop: false, gives: true }];
    const opened: number[] = [];
    for (const isLoop of [false, true, false]) {
      labels = [{ isLoop, gives: false }, ...labels];
      opened.push(isLoop ? OP.loop : OP.block, OP.noResult);
    }
    return [
      ...[
        ...opened,
        ...this.#list(labels),
        OP.end,
        ...this.#list(labels.slice(1)),
      ],
      ...[OP.end, ...this.#list(labels.slice(2)), OP.end],
      ...[...this.#list(labels.slice(3)), OP.end],
    ];
  }

  /** Statements, and how the list with these labels around ends. */
  #list(labels: readonly Label[]): number[] {
    const statements = Array.from(
      { length: this.#choose(6) },
      () => this.#statement(labels),
    );
    return [...statements.flat(), ...this.#ending(labels)];
  }

  #ending(labels: readonly Label[]): number[] {
    const at = this.#choose(labels.length);
    switch (this.#choose(12)) {
      case 1:
      case 5:
        return [...this.#taken(labels, at), OP.br, at];
      case 2:
        return [...this.#number(labels), OP.return];
      case 3:
        return [OP.unreachable];
      case 4: {
        const targets = labels.flatMap(({ isLoop, gives }, label) =>
          isLoop || !gives ? [label] : []
        );
        if (targets.length === 0) break;
        return [
          ...[...this.#number(labels), OP.brTable, targets.length - 1],
          ...targets,
        ];
      }
    }
    return labels[0].gives && !labels[0].isLoop ? this.#number(labels) : [];
  }

  /** What a branch to a label takes with it. */
  #taken(labels: readonly Label[], at: number): number[] {
    const { isLoop, gives } = labels[at];
    return gives && !isLoop ? this.#number(labels) : [];
  }

  #statement(labels: readonly Label[]): number[] {
    const isDeep = labels.length > MAX_DEPTH;
    switch (this.#choose(isDeep ? 6 : 10)) {
      case 0:
        return [...this.#number(labels), OP.localSet, ...this.#local()];
      case 1:
        return [
          ...[...this.#number(labels), OP.localTee, ...this.#local(), OP.drop],
        ];
      case 2:
        return [
          ...[...this.#number(labels), OP.i64ExtendI32U, OP.localSet, LONG],
        ];
      case 3:
      case 5: {
        const at = this.#choose(labels.length);
        const taken = this.#taken(labels, at);
        return [
          ...[...taken, ...this.#number(labels), OP.brIf, at],
          ...(taken.length > 0 ? [OP.drop] : []),
        ];
      }
      case 4:
        return [
          ...[OP.i32Const, 0, OP.i32Const, 0, OP.i32Load, 2, NOTES],
          ...[OP.i32Const, 3, OP.i32Shl, ...this.#number(labels), OP.i32Add],
          ...[OP.i32Store, 2, NOTES],
        ];
      case 6:
        return [
          ...[OP.loop, OP.noResult],
          ...this.#list([{ isLoop: true, gives: false }, ...labels]),
          OP.end,
        ];
      case 7:
        return [
          ...[OP.block, OP.noResult],
          ...this.#list([{ isLoop: false, gives: false }, ...labels]),
          OP.end,
        ];
      default: {
        const inner = [{ isLoop: false, gives: false }, ...labels];
        return [
          ...[
            ...this.#number(labels),
            OP.if,
            OP.noResult,
            ...this.#list(inner),
          ],
          ...(this.#choose(2) === 0 ? [] : [OP.else, ...this.#list(inner)]),
          OP.end,
        ];
      }
    }
  }

  #number(labels: readonly Label[]): number[] {
    const isDeep = labels.length > MAX_DEPTH;
    const inner = [{ isLoop: false, gives: true }, ...labels];
    switch (this.#choose(isDeep ? 4 : 8)) {
      case 0:
        return [OP.localGet, ...this.#local()];
      case 1:
        return [OP.i32Const, this.#choose(8)];
      case 2:
        return [OP.localGet, LONG, OP.i32WrapI64];
      case 3:
        return [OP.localGet, ...this.#local(), OP.i32Eqz];
      case 4:
        return [
          ...[...this.#number(labels), ...this.#number(labels)],
          this.#choose(2) === 0 ? OP.i32Sub : OP.i32LtS,
        ];
      case 5:
        return [OP.block, i32, ...this.#list(inner), OP.end];
      case 6:
        return [
          ...[...this.#number(labels), OP.if, i32, ...this.#list(inner)],
          ...[OP.else, ...this.#list(inner), OP.end],
        ];
      default:
        return this.helper
          ? [
            ...[...this.#number(labels), ...this.#number(labels)],
            ...[OP.call, HELPER],
          ]
          : [OP.i32Const, 1];
    }
  }
}

/**
 * Modules that export `run(a, b)`, made of whatever code can be, and `memory`,
 * where code notes what it went through. It may run without end.
 */
export const wasmModule: fc.Arbitrary<WasmModule> = fc
  .tuple(tapeOf(600), tapeOf(60))
  .map(([run, helper]) => {
    const bodies = [new Writer(run, true), new Writer(helper, false)]
      .flatMap((writer) => functionBody([[2, i32], [1, i64]], writer.code()));
    return new Map([
      [SECTION.type, Uint8Array.from([1, 0x60, 2, i32, i32, 1, i32])],
      [SECTION.import, Uint8Array.from([0])],
      [SECTION.function, Uint8Array.from([2, 0, 0])],
      [SECTION.memory, Uint8Array.from([1, 0, 1])],
      [SECTION.global, Uint8Array.from([0])],
      [
        SECTION.export,
        Uint8Array.from([
          ...[2, ...nameBytes("run"), 0, 0],
          ...[...nameBytes("memory"), 2, 0],
        ]),
      ],
      [SECTION.code, Uint8Array.from([2, ...bodies])],
    ]);
  });

function tapeOf(maxLength: number): fc.Arbitrary<number[]> {
  return fc.array(fc.nat(839), {
    minLength: maxLength / 2,
    maxLength,
    size: "max",
  });
}
