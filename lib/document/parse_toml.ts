import { parse, TomlError } from "npm:smol-toml@1.9.1";
import type { SourceEdit } from "../base/source_edit.ts";
import { explainTomlSyntax } from "./explain_toml_syntax.ts";

/** A TOML document as plain data, or where and why it cannot be read. */
export type ParsedToml =
  | { readonly value: Record<string, unknown> }
  | { readonly error: TomlSyntaxError };

/** Why a text is not TOML. Lines and columns count from 1. */
export interface TomlSyntaxError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** Characters that are wrong. Default 1. */
  readonly length?: number;
  /** What to write. */
  readonly help?: string;
  /** What mends it for sure. */
  readonly edits?: readonly Omit<SourceEdit, "file">[];
}

/**
 * Reads TOML. Loads the parser: import this module when there is a text to read.
 *
 * @returns tables without a prototype; dates are `Date` objects
 *
 * @example
 * ```ts
 * import { parseToml } from "./parse_toml.ts";
 * import assert from "node:assert/strict";
 *
 * const parsed = parseToml("[profile]\ncoder = \n");
 * assert("error" in parsed);
 * assert.deepEqual([parsed.error.line, parsed.error.column], [2, 9]);
 * ```
 */
export function parseToml(text: string): ParsedToml {
  try {
    return { value: parse(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // The first line is the reason; the rest draws the place, as we do.
    const [reason = ""] = error.message.split("\n");
    return {
      error: explainTomlSyntax(text, {
        message: reason.replace(/^Invalid TOML document: /, ""),
        line: error.line,
        column: error.column,
      }),
    };
  }
}
