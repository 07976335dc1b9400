import pty from "npm:@lydell/node-pty@1.1.0";
import xterm from "npm:@xterm/headless@6.0.0";

/** Around a program in a terminal. */
export interface TerminalOptions {
  readonly columns: number;
  /** Default 24. */
  readonly rows?: number;
  readonly cwd: string;
  /** All of the environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** Longest wait for something to show, also on a busy machine. */
const PATIENCE_MS = 60_000;
const GLANCE_MS = 10;
/** A screen that stays as it is for so long is done. */
const QUIET_MS = 120;

/**
 * A program in a real pseudo-terminal, whose output a terminal emulator reads:
 * what a person would see on the screen, keys a person would type.
 */
export class PseudoTerminal implements AsyncDisposable {
  readonly #pty: pty.IPty;
  readonly #screen: xterm.Terminal;
  readonly #ended: Promise<number>;
  #raw = "";
  #changed = performance.now();
  #hasEnded = false;

  /** Starts the program. */
  constructor(
    program: string,
    args: readonly string[],
    { columns, rows = 24, cwd, env }: TerminalOptions,
  ) {
    this.#screen = new xterm.Terminal({
      cols: columns,
      rows,
      scrollback: 500,
      allowProposedApi: true,
    });
    this.#pty = pty.spawn(program, [...args], {
      name: "xterm-256color",
      cols: columns,
      rows,
      cwd,
      env: { ...env },
    });
    this.#pty.onData((text) => {
      this.#raw += text;
      this.#changed = performance.now();
      this.#screen.write(text);
    });
    // A terminal answers when it is asked where the cursor is.
    this.#screen.onData((answer) => this.#pty.write(answer));
    this.#ended = new Promise((resolve) =>
      this.#pty.onExit(({ exitCode }) => {
        this.#hasEnded = true;
        resolve(exitCode);
      })
    );
  }

  /** Everything that was written, with its escape sequences. */
  get raw(): string {
    return this.#raw;
  }

  /** The number of the process. */
  get pid(): number {
    return this.#pty.pid;
  }

  /** Where the cursor is, from 0, counted from the top of the scrollback. */
  get cursor(): { readonly row: number; readonly column: number } {
    const { baseY, cursorY, cursorX } = this.#screen.buffer.active;
    return { row: baseY + cursorY, column: cursorX };
  }

  /** Types, as a keyboard or a paste would. */
  type(keys: string): void {
    this.#changed = performance.now();
    this.#pty.write(keys);
  }

  /** Makes the window another size, of which the program is told. */
  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Sends a signal to the program. */
  kill(signal: string): void {
    this.#pty.kill(signal);
  }

  /**
   * What is on the screen and above it, without empty lines at the end.
   *
   * @param looks also how it looks: `{1 bold}`, by the numbers of SGR
   */
  async text(looks: boolean = false): Promise<string> {
    await this.#drawn();
    const { active } = this.#screen.buffer;
    const lines: string[] = [];
    for (let at = 0; at < active.length; at++) {
      const line = active.getLine(at);
      lines.push(
        (line && looks ? withLooks(line) : undefined) ??
          line?.translateToString(true) ?? "",
      );
    }
    return lines.join("\n").trimEnd();
  }

  /** Waits until all that was written is on the screen. */
  #drawn(): Promise<void> {
    return new Promise((done) => this.#screen.write("", done));
  }

  /** Waits until the screen shows a text. */
  async waitFor(wanted: string | RegExp): Promise<void> {
    await this.until(async () => {
      const text = await this.text();
      return typeof wanted === "string"
        ? text.includes(wanted)
        : wanted.test(text);
    }, String(wanted));
  }

  /** Waits until something holds. */
  async until(
    holds: () => boolean | Promise<boolean>,
    what: string = String(holds),
  ): Promise<void> {
    const start = performance.now();
    while (!await holds()) {
      if (performance.now() - start > PATIENCE_MS) {
        throw new Error(`not so: ${what}\n${await this.text()}`);
      }
      await pause(GLANCE_MS);
    }
  }

  /** Waits until nothing more is drawn. */
  async settle(): Promise<void> {
    await pause(0);
    while (performance.now() - this.#changed < QUIET_MS) await pause(GLANCE_MS);
  }

  /** Waits until the program has ended, and what it wrote has arrived. */
  async end(): Promise<number> {
    const code = await this.#ended;
    await this.settle();
    return code;
  }

  /** Ends the program where it still runs. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#hasEnded) this.#pty.kill("SIGKILL");
    await this.#ended;
    // What came last is still to be drawn, by a timer of the screen's own.
    await this.#drawn();
    this.#screen.dispose();
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** A line with its looks in braces. */
function withLooks(line: xterm.IBufferLine): string {
  let text = "";
  let look = "";
  for (let at = 0; at < line.length; at++) {
    const cell = line.getCell(at)!;
    const next = [
      ...cell.isBold() ? [1] : [],
      ...cell.isDim() ? [2] : [],
      ...cell.isFgPalette() ? [30 + cell.getFgColor() % 8] : [],
    ].join(";");
    if (next !== look) text += (look && "}") + (next && `{${next} `);
    look = next;
    text += cell.getWidth() === 0 ? "" : cell.getChars() || " ";
  }
  return (text + (look && "}")).trimEnd();
}
