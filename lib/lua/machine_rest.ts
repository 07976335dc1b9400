/**
 * The machine's code comes in two parts, of which the second is what usual
 * profiles do not run through. It stands in a section of the first, and is made
 * when it is called for: V8 validates a module as a whole before it starts.
 */
export const REST = {
  /** What the machine imports to ask for it. */
  load: "load_rest",
  /** The exported global that says whether it is there. */
  ready: "rest_ready",
  section: "rest",
} as const;

const rests = new WeakMap<WebAssembly.Module, WebAssembly.Module>();

/** The second part of a machine, compiled once. */
export function restOf(machine: WebAssembly.Module): WebAssembly.Module {
  const known = rests.get(machine);
  if (known) return known;
  const [bytes] = WebAssembly.Module.customSections(machine, REST.section);
  const rest = new WebAssembly.Module(bytes!);
  rests.set(machine, rest);
  return rest;
}
