/** What a piece of text is; only this module decides its colour. */
export type Tone = "error" | "warning" | "note" | "strong" | "faint" | "gutter";

/** Styles a piece of text by its tone, or returns it as it is. */
export type Paint = (tone: Tone, text: string) => string;

const SGR: Readonly<Record<Tone, string>> = {
  error: "1;31",
  warning: "1;33",
  note: "1;36",
  strong: "1",
  faint: "2",
  gutter: "34",
};

/**
 * A painter for a terminal that takes ANSI colours.
 *
 * @param color false: every text is left as it is
 */
export function painter(color: boolean): Paint {
  if (!color) return (_tone, text) => text;
  return (tone, text) => text && `\x1b[${SGR[tone]}m${text}\x1b[0m`;
}
