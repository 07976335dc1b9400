import { failure } from "../base/profile_error.ts";
import {
  ClosedPipe,
  type EndingSignal,
  type Terminal,
  type TerminalOutput,
} from "./terminal.ts";

/** The terminal, or the pipes, this program was started with. */
export function denoTerminal(): Terminal {
  return {
    out: output(Deno.stdout, (error) => {
      throw failure(
        "file-unwritable",
        `cannot write to standard output: ${reasonOf(error)}`,
      );
    }),
    // If standard error fails, there is no way to report it.
    error: output(Deno.stderr, () => {
      throw new ClosedPipe();
    }),
    input: {
      get isTerminal() {
        return Deno.stdin.isTerminal();
      },
      setRaw: (raw) => Deno.stdin.setRaw(raw),
      async read() {
        const buffer = new Uint8Array(1024);
        const length = await Deno.stdin.read(buffer);
        return length === null ? undefined : buffer.subarray(0, length);
      },
    },
    onSignal(handler) {
      // Windows has only this one of the three.
      const signals: readonly EndingSignal[] = Deno.build.os === "windows"
        ? ["SIGINT"]
        : ["SIGINT", "SIGTERM", "SIGHUP"];
      const stops = signals.map((signal) => {
        const listener = () => handler(signal);
        Deno.addSignalListener(signal, listener);
        return () => Deno.removeSignalListener(signal, listener);
      });
      return () => stops.forEach((stop) => stop());
    },
    onResize(handler) {
      if (Deno.build.os === "windows") return () => {};
      Deno.addSignalListener("SIGWINCH", handler);
      return () => Deno.removeSignalListener("SIGWINCH", handler);
    },
  };
}

/** "No space left on device (os error 28)": the number is noise. */
function reasonOf(error: Error): string {
  const [reason = ""] = error.message.split(" (os error");
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}

/** @param refused throws a SystemError for an error of the system */
function output(
  stream: typeof Deno.stdout,
  refused: (error: Error) => never,
): TerminalOutput {
  return {
    get isTerminal() {
      return stream.isTerminal();
    },
    columns() {
      if (!stream.isTerminal()) return undefined;
      try {
        return Deno.consoleSize().columns || undefined;
      } catch {
        // Deno asks standard input, output and error in turn; none is a
        // terminal.
        return undefined;
      }
    },
    write(text) {
      const bytes = new TextEncoder().encode(text);
      try {
        for (let at = 0; at < bytes.length;) {
          at += stream.writeSync(bytes.subarray(at));
        }
      } catch (error) {
        if (error instanceof Deno.errors.BrokenPipe) throw new ClosedPipe();
        throw error instanceof Error ? refused(error) : error;
      }
    },
  };
}
