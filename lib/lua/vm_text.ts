/** The virtual machine as WebAssembly, in two parts. */
export interface VmBytes {
  readonly main: Uint8Array<ArrayBuffer>;
  /** The second part, which most processes never ask for. */
  rest(): Uint8Array<ArrayBuffer>;
}

/** Cuts the text form of the machine: two texts in base64, an empty line between. */
export function cutVm(text: string): VmBytes {
  const end = text.indexOf("\n\n");
  if (end < 0) throw new TypeError("not the text of a machine");
  return {
    main: Uint8Array.fromBase64(text.slice(0, end)),
    rest: () => Uint8Array.fromBase64(text.slice(end)),
  };
}
