/**
 * The machine's code comes in two parts, of which the second is what usual
 * profiles do not run through. It is made when it is called for: V8 validates a
 * module as a whole before it starts.
 */
export interface MachineCode {
  readonly module: WebAssembly.Module;
  /** The second part, as WebAssembly. Reads what is at hand already. */
  rest(): Uint8Array<ArrayBuffer>;
}

/** How the first part comes by the second. */
export const REST = {
  /** What it imports to ask for it. */
  load: "load_rest",
  /** The exported global that says whether it is there. */
  ready: "rest_ready",
} as const;

const rests = new WeakMap<MachineCode, WebAssembly.Module>();

/** The second part of a machine, compiled once. */
export function restOf(code: MachineCode): WebAssembly.Module {
  const rest = rests.get(code) ?? new WebAssembly.Module(code.rest());
  rests.set(code, rest);
  return rest;
}
