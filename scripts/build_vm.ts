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
import { instantiate } from "../lib/lua/instantiate.ts";
import { MAX_MEMORY_BYTES } from "../lib/lua/limits.ts";
import {
  type CatalogFacts,
  luaCatalogOf,
} from "../lib/catalog/catalog_facts.ts";
import { parseBuiltinCatalog } from "./build_builtins.ts";
import { writeDigests } from "./generate_digests.ts";
import { API_NAMES } from "./vm/api_names.ts";
import { readWasm, writeWasm } from "./vm/binaryen.ts";
import { addCreationOrder } from "./vm/creation_order.ts";
import { compileFiles, type ReadLua } from "./vm/compile_files.ts";
import { ignoreCollectorFields } from "./vm/ignore_collector.ts";
import { initialise } from "./vm/initialise.ts";
import { mendUpstream } from "./vm/mends/mend_upstream.ts";
import { keepCallers } from "./vm/keep_callers.ts";
import { meter, type MeterReport } from "./vm/meter.ts";
import { nameFunctions } from "./vm/name_functions.ts";
import { numberIdentities } from "./vm/number_identities.ts";
import { addIsOwn } from "./vm/own_code.ts";
import { orderInterpreter } from "./vm/order_interpreter.ts";
import { placeErrors } from "./vm/place_errors.ts";
import { addPrices } from "./vm/prices.ts";
import { printNanOneWay } from "./vm/print_nan_one_way.ts";
import { exportConstants, takeSnapshot } from "./vm/snapshot.ts";
import { nameStackPointer } from "./vm/stack_pointer.ts";
import { keepExports, limitMemory } from "./vm/trim.ts";
import { readGlue } from "./vm/wasmoon.ts";
import { addKeyWatch } from "./vm/watch_keys.ts";
import { watchStack } from "./vm/watch_stack.ts";

const RESOURCES = new URL("../resources/", import.meta.url);
const OUTPUT = new URL("generated/lua_vm.b64", RESOURCES);

/** Memory that an instance starts with; an ordinary profile needs no more. */
const START_MEMORY_BYTES = 2 * 2 ** 20;

/** What the rewriting must find; other numbers mean other code. */
const EXPECTED: MeterReport & { readonly stackPlaces: number } = {
  functions: 675,
  loops: 647,
  bulk: 49,
  dispatches: 1,
  stackPlaces: 233,
};

/** A line of base64 this long keeps the file friendly to editors and diffs. */
const LINE_LENGTH = 100;

/** The machine before its heap is initialised, and the slots of its additions. */
export function rewriteGlue(glue: Uint8Array) {
  const module = readWasm(glue);
  nameFunctions(module);
  nameStackPointer(module);
  mendUpstream(module);
  numberIdentities(module);
  printNanOneWay(module);
  addIsOwn(module);
  placeErrors(module);
  keepCallers(module);
  ignoreCollectorFields(module);
  orderInterpreter(module);
  const slots = { ...addCreationOrder(module), ...addKeyWatch(module) };
  const report = {
    ...meter(module, addPrices(module)),
    stackPlaces: watchStack(module),
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

/** Builds the machine, as WebAssembly. */
export function buildVm(
  glue: Uint8Array,
  readLua: ReadLua,
  catalog: CatalogFacts,
): Uint8Array<ArrayBuffer> {
  const { module, slots } = rewriteGlue(glue);
  const rewritten = new WebAssembly.Module(writeWasm(module));
  const instance = instantiate(rewritten);
  const files = compileFiles(instantiate(rewritten), readLua);
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
  const built = writeWasm(module);
  if (!WebAssembly.validate(built)) throw new TypeError("no valid machine");
  return built;
}

/** The text of the generated file. */
export function printVm(built: Uint8Array<ArrayBuffer>): string {
  const lines = built.toBase64().match(new RegExp(`.{1,${LINE_LENGTH}}`, "g"));
  return `${lines?.join("\n")}\n`;
}

/** Reads a file of `resources/lua/`. */
export const readLua: ReadLua = (file) =>
  Deno.readFileSync(new URL(`lua/${file}`, RESOURCES));

/** The builtin catalog as the machine holds it. */
export async function builtinLuaCatalog(): Promise<CatalogFacts> {
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
