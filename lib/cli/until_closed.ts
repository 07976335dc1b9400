import {
  ClosedPipe,
  type Terminal,
  type TerminalOutput,
} from "../system/terminal.ts";

/**
 * A terminal whose standard output takes in silence what nobody reads any more:
 * a command goes on to its end, and its exit code is the same as with a reader.
 */
export function untilClosed(terminal: Terminal): Terminal {
  const { out } = terminal;
  const quiet: TerminalOutput = {
    get isTerminal() {
      return out.isTerminal;
    },
    columns: () => out.columns(),
    write(text) {
      try {
        out.write(text);
      } catch (error) {
        if (!(error instanceof ClosedPipe)) throw error;
      }
    },
  };
  return { ...terminal, out: quiet };
}
