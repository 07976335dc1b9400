/** One of the two streams a program prints to. */
export interface TerminalOutput {
  /** Whether it is a terminal, not a file or another program. */
  readonly isTerminal: boolean;
  /** Columns of the terminal; `undefined` when it is none or does not say. */
  columns(): number | undefined;
  /**
   * Prints all of `text` before it returns.
   *
   * @throws {ClosedPipe} when nobody reads any more
   */
  write(text: string): void;
}

/** The keyboard side of a terminal, or what standard input is instead. */
export interface TerminalInput {
  /** Whether it is a terminal. */
  readonly isTerminal: boolean;
  /** Raw: keys arrive one by one, unechoed. Always switched off again. */
  setRaw(raw: boolean): void;
  /** The next bytes typed; `undefined` at the end of the input. */
  read(): Promise<Uint8Array | undefined>;
}

/** Signals that end the program; a dialog restores the terminal first. */
export type EndingSignal = "SIGINT" | "SIGTERM" | "SIGHUP";

/** The streams of the command line. */
export interface Terminal {
  /** Standard output. */
  readonly out: TerminalOutput;
  /** Standard error. */
  readonly error: TerminalOutput;
  /** Standard input. */
  readonly input: TerminalInput;
  /**
   * Calls `handler` when a signal asks the program to end.
   *
   * @returns stops listening
   */
  onSignal(handler: (signal: EndingSignal) => void): () => void;
  /**
   * Calls `handler` when the terminal has another size; nowhere does Windows
   * tell.
   *
   * @returns stops listening
   */
  onResize(handler: () => void): () => void;
}

/** The reader of a stream is gone, as with `| head`; this is not reported. */
export class ClosedPipe extends Error {
  /** Tells it from others without `instanceof`. */
  override readonly name = "ClosedPipe";
}
