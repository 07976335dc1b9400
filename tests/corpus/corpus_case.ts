import type { DiagnosticCode } from "../../lib/base/diagnostic_codes.ts";

/** One line of a file of the corpus: a program and the answer it must get. */
export interface CorpusCase {
  readonly id: string;
  readonly category: string;
  readonly title: string;
  /** The entry is `main.lua`. */
  readonly files: Readonly<Record<string, string>>;
  readonly expect: "ok" | "error";
  /** With `ok`: the value. */
  readonly expect_json?: unknown;
  /** With `ok`: the exact text, keys sorted. */
  readonly json_text?: string;
  /** With `error`. */
  readonly error_kind?: ErrorKind;
  /** Other kinds that are right, too. */
  readonly alt_kinds?: readonly ErrorKind[];
  /** A part of the message. */
  readonly phrase?: string;
  /** Why the case is here. */
  readonly note: string;
}

/** The corpus's own names of what can go wrong. */
export type ErrorKind = keyof typeof CODES;

/** What this program calls them. */
export const CODES = {
  "timeout": "limit-steps",
  "memory": "limit-memory",
  "output-limit": "limit-output",
  "denied": "sandbox-denied",
  "runtime": "lua-runtime",
  "syntax": "lua-syntax",
  "module-name": "module-name",
  "module-not-found": "module-not-found",
  "module-cycle": "module-cycle",
  "result-shape": "result-shape",
} as const satisfies Record<string, DiagnosticCode>;

/** The attacks this program was built against, and those found since. */
const FILES = ["corpus.jsonl", "more.jsonl"];

/** Every case of the corpus. */
export function readCorpus(): readonly CorpusCase[] {
  return FILES.flatMap((file) =>
    Deno.readTextFileSync(new URL(file, import.meta.url))
      .trimEnd().split("\n").map((line) => JSON.parse(line))
  );
}
