import type { DialogKey } from "./dialog_key.ts";

/** A profile that can be chosen. */
export interface DialogChoice {
  /** The selector that means it: `project:coder`. */
  readonly selector: string;
  readonly isDefault: boolean;
  readonly description?: string;
}

/** The state of the dialog, which the drawing is made from. */
export interface DialogState {
  readonly name: string;
  /** The position of the cursor, 0 to the length of the name. */
  readonly cursor: number;
  readonly choices: readonly DialogChoice[];
  /** Index of the chosen one. */
  readonly chosen: number;
  /** Why the last key did nothing. */
  readonly remark?: string;
  /** Set when the dialog is over. */
  readonly outcome?: "confirmed" | "cancelled";
}

/** The longest name that can be typed. */
export const NAME_MAX_LENGTH = 64;

const FOREIGN = /[^A-Za-z0-9._-]/g;

/** A text without the characters that cannot be typed here. */
export function nameCharacters(text: string): string {
  return text.replace(FOREIGN, "");
}

/**
 * What becomes of the dialog by a key.
 *
 * @param taken whether a Pod of that name is stored already
 */
export function afterKey(
  { remark: _, ...state }: DialogState,
  key: DialogKey,
  taken: (name: string) => boolean,
): DialogState {
  const { name, cursor } = state;
  const edited = (name: string, cursor: number) => ({ ...state, name, cursor });
  switch (key.kind) {
    case "text":
      return insert(state, key.text);
    case "left":
      return { ...state, cursor: Math.max(0, cursor - 1) };
    case "right":
      return { ...state, cursor: Math.min(name.length, cursor + 1) };
    case "home":
      return { ...state, cursor: 0 };
    case "end":
      return { ...state, cursor: name.length };
    case "backspace":
      return cursor === 0
        ? state
        : edited(name.slice(0, cursor - 1) + name.slice(cursor), cursor - 1);
    case "delete":
      return edited(name.slice(0, cursor) + name.slice(cursor + 1), cursor);
    case "clear":
      return edited(name.slice(cursor), 0);
    case "next":
      return { ...state, chosen: (state.chosen + 1) % state.choices.length };
    case "previous": {
      const { length } = state.choices;
      return { ...state, chosen: (state.chosen + length - 1) % length };
    }
    case "cancel":
      return { ...state, outcome: "cancelled" };
    case "confirm": {
      const remark = nameProblem(name, taken);
      return remark === undefined
        ? { ...state, outcome: "confirmed" }
        : { ...state, remark };
    }
  }
}

function insert(state: DialogState, text: string): DialogState {
  const { name, cursor } = state;
  const wanted = nameCharacters(text);
  const fits = wanted.slice(0, NAME_MAX_LENGTH - name.length);
  return {
    ...state,
    name: name.slice(0, cursor) + fits + name.slice(cursor),
    cursor: cursor + fits.length,
    ...wanted !== text
      ? { remark: "a name takes letters, digits, dot, dash and underscore" }
      : fits !== wanted
      ? { remark: `a name takes at most ${NAME_MAX_LENGTH} characters` }
      : {},
  };
}

function nameProblem(
  name: string,
  taken: (name: string) => boolean,
): string | undefined {
  if (name === "") return "the Pod needs a name";
  if (name === "." || name === "..") return `\`${name}\` is no name`;
  if (taken(name)) return `there is a Pod \`${name}\` already`;
  return undefined;
}
