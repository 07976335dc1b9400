/** The dialog's characters outside ASCII, or their ASCII replacements. */
export interface DialogMarks {
  readonly cursor: string;
  readonly dash: string;
  readonly dot: string;
  /** Where a text was cut. */
  readonly cut: string;
  readonly waiting: string;
  /** Prepares a text from outside the program, such as a description. */
  readonly foreign: (text: string) => string;
}

const UNICODE: DialogMarks = {
  cursor: "▏",
  dash: "—",
  dot: "·",
  cut: "…",
  waiting: "…",
  foreign: (text) => text,
};

const PLAIN: DialogMarks = {
  cursor: "|",
  dash: "-",
  dot: "-",
  cut: "~",
  waiting: "...",
  foreign: (text) => text.replace(/[^ -~]/gu, "?"),
};

/**
 * The marks that a terminal can show.
 *
 * @param env an environment variable; `undefined` when it is unset
 * @param onWindows there terminals speak UTF-8 and no variable says so
 */
export function dialogMarks(
  env: (name: string) => string | undefined,
  onWindows: boolean,
): DialogMarks {
  const locale = env("LC_ALL") ?? env("LC_CTYPE") ?? env("LANG");
  const isUnicode = locale === undefined ? onWindows : /utf-?8/i.test(locale);
  return isUnicode ? UNICODE : PLAIN;
}
