import assert from "node:assert/strict";
import { Screen } from "../../../lib/cli/dialog/screen.ts";

function screenOf(columns: number) {
  let written = "";
  const screen = new Screen({
    isTerminal: true,
    columns: () => columns,
    write: (text: string) => void (written += text),
  });
  return {
    screen,
    take: () => {
      const text = written;
      written = "";
      return text;
    },
  };
}

const line = (text: string) => ({ text, width: text.length });

Deno.test("Screen: is cleared line by line, for tmux keeps what is cleared from the top", () => {
  const { screen, take } = screenOf(20);
  take();
  screen.draw([line("one"), line("two")]);
  assert.equal(take(), "\r\x1b[Kone\r\n\x1b[Ktwo\x1b[J");
  screen.draw([line("1")]);
  assert.equal(take(), "\x1b[1A\r\x1b[K1\x1b[J");
});

Deno.test("Screen: goes up over lines that a narrower terminal broke", () => {
  let columns = 20;
  let written = "";
  const screen = new Screen({
    isTerminal: true,
    columns: () => columns,
    write: (text: string) => void (written = text),
  });
  screen.draw([line("x".repeat(15)), line("y")]);
  columns = 10;
  screen.draw([line("x")]);
  assert.equal(written, "\x1b[2A\r\x1b[Kx\x1b[J");
});
