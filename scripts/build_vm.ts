/**
 * Makes `resources/generated/lua_vm.b64`: wasmoon's virtual machine with a step
 * counter, a memory cap, nothing exported but what the loader uses, and its heap
 * as it is after the prelude and the host modules ran.
 *
 * `deno run -A scripts/build_vm.ts [--check] [--from FILE]`; `--check` compares
 * instead of writing. The same inputs give the same bytes, everywhere.
 *
 * @module
 */
import { evaluateOn } from "../lib/lua/evaluate.ts";
import { instantiate } from "../lib/lua/instantiate.ts";
import { MAX_MEMORY_BYTES, START_MEMORY_BYTES } from "../lib/lua/limits.ts";
import { luaCatalogOf } from "../lib/catalog/lua_catalog.ts";
import type { LuaCatalog } from "../lib/lua/lua_catalog.ts";
import { REST } from "../lib/lua/machine_code.ts";
import { startMachine } from "../lib/lua/lua_machine.ts";
import type { LuaProgram } from "../lib/lua/source.ts";
import { parseBuiltinCatalog } from "./build_builtins.ts";
import { writeDigests } from "./generate_digests.ts";
import { addImport } from "./vm/add_import.ts";
import { API_NAMES } from "./vm/api_names.ts";
import { addCreationOrder } from "./vm/creation_order.ts";
import { COMMON_PROGRAMS } from "./vm/common_programs.ts";
import { compileFiles, type ReadLua } from "./vm/compile_files.ts";
import { type CountReached, markCode, usedFunctions } from "./vm/coverage.ts";
import { hideAddresses } from "./vm/hide_addresses.ts";
import { ignoreCollectorFields } from "./vm/ignore_collector.ts";
import { initialise } from "./vm/initialise.ts";
import { meter, type MeterReport } from "./vm/meter.ts";
import { orderInterpreter } from "./vm/order_interpreter.ts";
import { outline } from "./vm/outline.ts";
import { placeErrors } from "./vm/place_errors.ts";
import { addPrices } from "./vm/prices.ts";
import { printNanOneWay } from "./vm/print_nan_one_way.ts";
import { readModule, type WasmModule, writeModule } from "./vm/sections.ts";
import { exportConstants, takeSnapshot } from "./vm/snapshot.ts";
import { splitOff } from "./vm/split_off.ts";
import { stackPointerOf } from "./vm/stack_pointer.ts";
import { keepExports, limitMemory } from "./vm/trim.ts";
import { undivided } from "./vm/undivided.ts";
import { USUAL_PROGRAMS } from "./vm/usual_programs.ts";
import { readGlue } from "./vm/wasmoon.ts";
import { watchStack } from "./vm/watch_stack.ts";

const RESOURCES = new URL("../resources/", import.meta.url);
const OUTPUT = new URL("generated/lua_vm.b64", RESOURCES);

/** What the rewriting must find in wasmoon 1.16.0; other numbers mean other code. */
const EXPECTED: MeterReport & { readonly stackPlaces: number } = {
  functions: 661,
  loops: 643,
  bulk: 49,
  dispatches: 1,
  stackPlaces: 232,
};

/** A line of base64 this long keeps the file friendly to editors and diffs. */
const LINE_LENGTH = 100;

/** The machine before its heap is initialised, and the slots of its additions. */
export function rewriteGlue(glue: Uint8Array) {
  const module = readModule(glue.slice());
  hideAddresses(module);
  printNanOneWay(module);
  placeErrors(module);
  ignoreCollectorFields(module);
  orderInterpreter(module);
  const slots = addCreationOrder(module);
  const stackPointer = stackPointerOf(module);
  const report = {
    ...meter(module, addPrices(module)),
    stackPlaces: watchStack(module, stackPointer),
  };
  if (JSON.stringify(report) !== JSON.stringify(EXPECTED)) {
    throw new TypeError(`the rewriting found ${JSON.stringify(report)}`);
  }
  limitMemory(module, {
    minimumBytes: START_MEMORY_BYTES,
    maximumBytes: MAX_MEMORY_BYTES,
  });
  return { module, slots };
}

/** The two parts of the machine, as WebAssembly. */
export interface BuiltVm {
  readonly main: Uint8Array<ArrayBuffer>;
  /** What usual profiles do not run through. */
  readonly rest: Uint8Array<ArrayBuffer>;
}

/** Builds the machine. */
export function buildVm(
  glue: Uint8Array,
  readLua: ReadLua,
  catalog: LuaCatalog,
): BuiltVm {
  const { module, slots } = rewriteGlue(glue);
  const plain = undivided(new WebAssembly.Module(writeModule(module)));
  const instance = instantiate(plain);
  const files = compileFiles(instantiate(plain), readLua);
  const heap = initialise(instance, slots, files, catalog);
  takeSnapshot(module, new Uint8Array(instance.api.memory.buffer));
  keepExports(module, API_NAMES);
  exportConstants(module, {
    main_state: heap.main,
    reader_state: heap.reader,
    image_end: heap.imageEnd,
    stack_end: heap.stackEnd,
    break_word: heap.breakWord,
  });
  const rest = putUnusualAside(module);
  const built = { main: writeModule(module), rest: writeModule(rest) };
  for (const part of Object.values(built)) {
    if (!WebAssembly.validate(part)) throw new TypeError("no valid machine");
  }
  return built;
}

/** Moves out of the way what usual programs do not run through, and gives it. */
function putUnusualAside(module: WasmModule): WasmModule {
  const load = addImport(module, "env", REST.load, {
    parameters: [],
    results: [],
  });
  outline(module, runThrough(module, USUAL_PROGRAMS));
  const isUsed = usedFunctions(
    module,
    runThrough(module, [...USUAL_PROGRAMS, ...COMMON_PROGRAMS]),
  );
  return splitOff(module, (index) => !isUsed[index], {
    load,
    ready: REST.ready,
  });
}

/** Notes which code of a machine some programs run through. */
function runThrough(
  module: WasmModule,
  programs: readonly LuaProgram[],
): CountReached {
  const marked = markCode(module, MAX_MEMORY_BYTES);
  return marked.read(programs.map((program) => {
    const machine = startMachine(undivided(marked.module), { reusable: false });
    evaluateOn(machine, program, { version: "0.0.0" });
    return machine.api.memory;
  }));
}

/** The text of the generated file: the two parts, an empty line between. */
export function printVm({ main, rest }: BuiltVm): string {
  return `${linesOf(main)}\n${linesOf(rest)}`;
}

function linesOf(bytes: Uint8Array<ArrayBuffer>): string {
  const lines = bytes.toBase64().match(new RegExp(`.{1,${LINE_LENGTH}}`, "g"));
  return `${lines?.join("\n")}\n`;
}

/** Reads a file of `resources/lua/`. */
export const readLua: ReadLua = (file) =>
  Deno.readFileSync(new URL(`lua/${file}`, RESOURCES));

/** The builtin catalog as the machine holds it. */
export async function builtinLuaCatalog(): Promise<LuaCatalog> {
  return luaCatalogOf(await parseBuiltinCatalog());
}

if (import.meta.main) {
  const from = Deno.args.indexOf("--from");
  const glue = await readGlue(from < 0 ? undefined : Deno.args[from + 1]);
  const text = printVm(buildVm(glue, readLua, await builtinLuaCatalog()));
  if (!Deno.args.includes("--check")) {
    await Deno.mkdir(new URL(".", OUTPUT), { recursive: true });
    await Deno.writeTextFile(OUTPUT, text);
    await writeDigests();
  } else if (await Deno.readTextFile(OUTPUT) !== text) {
    console.error(
      "resources/generated/lua_vm.b64 is not what the sources give: run `deno task build:vm`",
    );
    Deno.exit(1);
  }
}
