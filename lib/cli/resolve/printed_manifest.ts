import type { Diagnostic } from "../../base/diagnostic.ts";

/** A manifest as text, with its diagnostics. */
export interface PrintedManifest {
  readonly text: string;
  readonly remarks: readonly Diagnostic[];
}
