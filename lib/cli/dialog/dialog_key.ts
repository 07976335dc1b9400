/** A key that the dialog knows. */
export type DialogKey =
  | { readonly kind: "text"; readonly text: string; readonly isPasted: boolean }
  | {
    readonly kind:
      | "left"
      | "right"
      | "home"
      | "end"
      | "backspace"
      | "delete"
      | "clear"
      | "next"
      | "previous"
      | "confirm"
      | "cancel";
  };

/** A key other than text. */
export type NamedKey = Exclude<DialogKey["kind"], "text">;

/** Control characters, as terminals send them. */
const CONTROLS: Readonly<Record<string, NamedKey>> = {
  "\t": "next",
  "\r": "confirm",
  "\n": "confirm",
  "\x01": "home", // Ctrl-A
  "\x03": "cancel", // Ctrl-C
  "\x05": "end", // Ctrl-E
  "\x08": "backspace",
  "\x15": "clear", // Ctrl-U
  "\x7f": "backspace",
};

/**
 * What terminals send for other keys, behind the escape character: `[` is the
 * usual form, `O` the one of a keypad that an application switched on.
 */
const SEQUENCES: Readonly<Record<string, NamedKey>> = {
  "[A": "previous",
  "OA": "previous",
  "[B": "next",
  "OB": "next",
  "[C": "right",
  "OC": "right",
  "[D": "left",
  "OD": "left",
  "[F": "end",
  "OF": "end",
  "[4~": "end",
  "[8~": "end",
  "[H": "home",
  "OH": "home",
  "[1~": "home",
  "[7~": "home",
  "[3~": "delete",
  "[Z": "previous",
};

/** The key of a control character; `undefined` for one that means nothing. */
export function controlKey(character: string): NamedKey | undefined {
  return Object.hasOwn(CONTROLS, character) ? CONTROLS[character] : undefined;
}

/** The key of an escape sequence, without its first character. */
export function sequenceKey(sequence: string): NamedKey | undefined {
  return Object.hasOwn(SEQUENCES, sequence) ? SEQUENCES[sequence] : undefined;
}
