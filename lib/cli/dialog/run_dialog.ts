import { painter } from "../../print/paint.ts";
import type { System } from "../../system/system.ts";
import type { EndingSignal, Terminal } from "../../system/terminal.ts";
import { dialogMarks } from "./dialog_marks.ts";
import { afterKey, type DialogState } from "./dialog_state.ts";
import { drawDialog } from "./draw_dialog.ts";
import { KeyReader } from "./key_reader.ts";
import type { Preview } from "./preview.ts";
import { PreviewCache } from "./preview_cache.ts";
import { Screen } from "./screen.ts";

/** After an escape character, the rest of a longer key is there within this. */
const ESCAPE_MS = 50;
const DEFAULT_WIDTH = 80;

/** What a dialog works with. */
export interface DialogOptions {
  readonly terminal: Terminal;
  readonly system: System;
  readonly color: boolean;
  /** Resolves a choice to its preview. */
  readonly preview: (selector: string) => Promise<Preview>;
  /** Whether a Pod of that name is stored already. */
  readonly taken: (name: string) => boolean;
}

/** How a dialog ended: as it was left, or by a signal. */
export type DialogEnd =
  | { readonly state: DialogState; readonly signal?: undefined }
  | { readonly state?: undefined; readonly signal: EndingSignal };

/**
 * Lets a person choose, until they confirm or cancel. However it ends, also by
 * a bug or a signal, the terminal is left as it was found.
 */
export async function runDialog(
  begin: DialogState,
  { terminal, system, color, preview, taken }: DialogOptions,
): Promise<DialogEnd> {
  const { error: output, input } = terminal;
  const paint = painter(color);
  const marks = dialogMarks(
    (name) => variable(system, name),
    system.os() === "windows",
  );
  let state = begin;
  let hasLeft = false;
  const draw = () =>
    !hasLeft && screen.draw(
      drawDialog(state, previews.of(state.choices[state.chosen]!.selector), {
        width: output.columns() ?? DEFAULT_WIDTH,
        paint,
        marks,
      }),
    );
  const ended = Promise.withResolvers<DialogEnd>();
  const stops: (() => void)[] = [];
  const previews = new PreviewCache(
    preview,
    () => void draw(),
    ended.reject,
  );
  const screen = new Screen(output);
  try {
    input.setRaw(true);
    stops.push(
      terminal.onSignal((signal) => ended.resolve({ signal })),
      terminal.onResize(() => void draw()),
    );
    draw();
    const typed = readKeys(terminal, system, (key) => {
      state = afterKey(state, key, taken);
      if (state.outcome === undefined) draw();
      return state.outcome === undefined;
    }).then(() => ({ state }));
    return await Promise.race([typed, ended.promise]);
  } finally {
    stops.forEach((stop) => stop());
    if (state.outcome === undefined) state = { ...state, outcome: "cancelled" };
    try {
      draw();
    } finally {
      hasLeft = true;
      screen.leave();
      input.setRaw(false);
    }
  }
}

/** Reads one key after another until the dialog ends. */
async function readKeys(
  { input }: Terminal,
  system: System,
  onKey: (key: Parameters<typeof afterKey>[1]) => boolean,
): Promise<void> {
  const reader = new KeyReader();
  let reading = input.read();
  for (;;) {
    const bytes = reader.isUndecided
      ? await Promise.race([
        reading,
        system.wait(ESCAPE_MS).then((): typeof LATE => LATE),
      ])
      : await reading;
    const keys = bytes === LATE
      ? reader.settle()
      : bytes === undefined
      ? [{ kind: "cancel" as const }]
      : reader.read(bytes);
    for (const key of keys) {
      if (!onKey(key)) return;
    }
    if (bytes !== LATE) reading = input.read();
  }
}

/** The time limit passed without a key. */
const LATE = "late" as const;

/** A variable of the environment; `undefined` if it may not be read. */
function variable(system: System, name: string): string | undefined {
  try {
    return system.env(name);
  } catch {
    return undefined;
  }
}
