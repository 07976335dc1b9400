import {
  ClosedPipe,
  type Terminal,
  type TerminalOutput,
} from "../../lib/system/terminal.ts";

/** What a recorded stream is. */
export interface RecordingOptions {
  /** Default: a pipe. */
  readonly isTerminal?: boolean;
  /** Default 80. */
  readonly columns?: number;
  /** The reader is gone. */
  readonly isClosed?: boolean;
}

/** A stream that keeps what is written to it. */
export function recordingOutput(
  { isTerminal = false, columns = 80, isClosed = false }: RecordingOptions = {},
): { readonly stream: TerminalOutput; readonly text: () => string } {
  let written = "";
  return {
    stream: {
      isTerminal,
      columns: () => isTerminal ? columns : undefined,
      write(text) {
        if (isClosed) throw new ClosedPipe();
        written += text;
      },
    },
    text: () => written,
  };
}

/** A terminal that keeps what is written to it; nothing can be typed. */
export function recordingTerminal(
  options: {
    readonly out?: RecordingOptions;
    readonly error?: RecordingOptions;
  } = {},
): {
  readonly terminal: Terminal;
  readonly out: () => string;
  readonly error: () => string;
} {
  const out = recordingOutput(options.out);
  const error = recordingOutput(options.error);
  return {
    terminal: {
      out: out.stream,
      error: error.stream,
      input: {
        isTerminal: false,
        setRaw() {},
        read: () => Promise.resolve(undefined),
      },
      onSignal: () => () => {},
      onResize: () => () => {},
    },
    out: out.text,
    error: error.text,
  };
}
