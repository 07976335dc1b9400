// deno-lint-ignore-file no-control-regex -- keys are control characters
import { controlKey, type DialogKey, sequenceKey } from "./dialog_key.ts";

const ESCAPE = "\x1b";
const PASTE_BEGINS = "\x1b[200~";
const PASTE_ENDS = "\x1b[201~";
/** A whole escape sequence of a key: what `[` begins ends with a letter or `~`. */
const SEQUENCE = /^\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O[ -~])/;
/** The beginning of one. */
const OPEN_SEQUENCE = /^\x1b(?:\[[0-9;?]*[ -/]*|O)?$/;

/**
 * Makes keys of the bytes that a terminal sends, in whatever pieces they
 * arrive. Sequences that mean nothing here are passed over.
 */
export class KeyReader {
  readonly #decoder = new TextDecoder();
  /** Begun, and not whole yet. */
  #rest = "";
  #isPasting = false;

  /**
   * Whether an escape character came that may be a key of its own or the
   * beginning of a longer one: only time tells.
   */
  get isUndecided(): boolean {
    return !this.#isPasting && this.#rest === ESCAPE;
  }

  /** The keys that these bytes complete. */
  read(bytes: Uint8Array): DialogKey[] {
    this.#rest += this.#decoder.decode(bytes, { stream: true });
    const keys: DialogKey[] = [];
    while (this.#rest !== "") {
      const length = this.#isPasting ? this.#paste(keys) : this.#key(keys);
      if (length === 0) break;
      this.#rest = this.#rest.slice(length);
    }
    return keys;
  }

  /** Nothing more came: an incomplete sequence is taken as it is. */
  settle(): DialogKey[] {
    const isEscape = this.isUndecided;
    if (!this.#isPasting) this.#rest = "";
    return isEscape ? [{ kind: "cancel" }] : [];
  }

  /** @returns the length of what was read; 0 if more bytes are needed */
  #key(keys: DialogKey[]): number {
    const text = this.#rest;
    if (text.startsWith(PASTE_BEGINS)) {
      this.#isPasting = true;
      return PASTE_BEGINS.length;
    }
    if (text.startsWith(ESCAPE)) {
      const sequence = SEQUENCE.exec(text)?.[0];
      if (sequence !== undefined) {
        const kind = sequenceKey(sequence.slice(1));
        if (kind !== undefined) keys.push({ kind });
        return sequence.length;
      }
      if (OPEN_SEQUENCE.test(text)) return 0;
      // Alt with a key is not that key, so both are skipped.
      if (text[1] !== ESCAPE) {
        return 1 + String.fromCodePoint(text.codePointAt(1)!).length;
      }
      keys.push({ kind: "cancel" });
      return 1;
    }
    const printable = /^[^\x00-\x1f\x7f]+/.exec(text)?.[0];
    if (printable !== undefined) {
      keys.push({ kind: "text", text: printable, isPasted: false });
      return printable.length;
    }
    const kind = controlKey(text[0]!);
    if (kind !== undefined) keys.push({ kind });
    return 1;
  }

  /** Pasted text is text: a line break in it does not confirm. */
  #paste(keys: DialogKey[]): number {
    const end = this.#rest.indexOf(PASTE_ENDS);
    if (end === -1) return 0;
    this.#isPasting = false;
    const text = this.#rest.slice(0, end);
    if (text !== "") keys.push({ kind: "text", text, isPasted: true });
    return end + PASTE_ENDS.length;
  }
}
