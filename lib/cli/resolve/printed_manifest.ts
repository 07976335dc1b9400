import type { Diagnostic } from "../../base/diagnostic.ts";

/** A manifest as it is to be written, and what there is to say about it. */
export interface PrintedManifest {
  readonly text: string;
  readonly remarks: readonly Diagnostic[];
}
