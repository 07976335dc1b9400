import assert from "node:assert/strict";
import { runDialog } from "../../../lib/cli/dialog/run_dialog.ts";
import { memorySystem } from "../../../lib/system/memory_system.ts";
import type { EndingSignal, Terminal } from "../../../lib/system/terminal.ts";

/** A terminal at which keys are typed one after another, and what became of it. */
function typedTerminal(keys: readonly string[]) {
  let written = "";
  let isRaw = false;
  let at = 0;
  let signal: ((signal: EndingSignal) => void) | undefined;
  const stream = {
    isTerminal: true,
    columns: () => 60,
    write: (text: string) => void (written += text),
  };
  const terminal: Terminal = {
    out: stream,
    error: stream,
    input: {
      isTerminal: true,
      setRaw: (raw) => void (isRaw = raw),
      read: () => {
        const key = keys[at++];
        return key === undefined
          ? new Promise(() => {})
          : Promise.resolve(new TextEncoder().encode(key));
      },
    },
    onSignal: (handler) => {
      signal = handler;
      return () => signal = undefined;
    },
    onResize: () => () => {},
  };
  return {
    terminal,
    send: (name: EndingSignal) => signal?.(name),
    isAsFound: () =>
      !isRaw && signal === undefined &&
      written.endsWith("\x1b[?2004l\x1b[?25h") && written.includes("\x1b[?25l"),
  };
}

const BEGIN = {
  name: "demo",
  cursor: 4,
  choices: [{ selector: "builtin:default", isDefault: true }],
  chosen: 0,
};

function dialogOn(
  terminal: Terminal,
  preview: () => Promise<{ facts: string[] }>,
) {
  return runDialog(BEGIN, {
    terminal,
    system: memorySystem(),
    color: false,
    preview,
    taken: () => false,
  });
}

const seen = () => Promise.resolve({ facts: ["a model"] });

Deno.test("runDialog: what is typed is what it ends with, the terminal is as found", async () => {
  const { terminal, isAsFound } = typedTerminal(["-1", "\r"]);
  const { state } = await dialogOn(terminal, seen);
  assert.equal(state?.name, "demo-1");
  assert.equal(state?.outcome, "confirmed");
  assert(isAsFound());
});

Deno.test("runDialog: an escape character that nothing follows cancels", async () => {
  const { terminal, isAsFound } = typedTerminal(["\x1b"]);
  const { state } = await dialogOn(terminal, seen);
  assert.equal(state?.outcome, "cancelled");
  assert(isAsFound());
});

Deno.test("runDialog: a signal ends it, the terminal is as found", async () => {
  const { terminal, send, isAsFound } = typedTerminal([]);
  const dialog = dialogOn(terminal, seen);
  send("SIGTERM");
  assert.equal((await dialog).signal, "SIGTERM");
  assert(isAsFound());
});

Deno.test("runDialog: a bug in a preview is thrown, the terminal is as found", async () => {
  const { terminal, isAsFound } = typedTerminal([]);
  await assert.rejects(
    dialogOn(terminal, () => Promise.reject(new RangeError("a bug"))),
    RangeError,
  );
  assert(isAsFound());
});

Deno.test("runDialog: a terminal that refuses to be raw is left as found", async () => {
  const { terminal, isAsFound } = typedTerminal([]);
  let calls = 0;
  const refusing = {
    ...terminal,
    input: {
      ...terminal.input,
      setRaw(raw: boolean) {
        if (calls++ === 0) throw new RangeError("no");
        terminal.input.setRaw(raw);
      },
    },
  };
  await assert.rejects(dialogOn(refusing, seen), RangeError);
  assert(isAsFound());
});
