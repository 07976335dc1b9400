// Forms that a text in a document can be asked to have. They stand in one file
// because nearly every start asks for all of them.
import { isAbsolute } from "../base/file_path.ts";

/** The same as `\p{Cc}`, which takes longer to compile than a start has time for. */
// deno-lint-ignore no-control-regex -- they are what is looked for
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * Whether a text stays on one line: no line end of any kind, no other control
 * character. The empty text does.
 */
export function isOneLine(text: string): boolean {
  return !CONTROL_CHARACTER.test(text) && !/[\u2028\u2029]/.test(text) &&
    text.isWellFormed();
}

/** Whether a text can be a path at all: not empty, and no control character. */
export function isPath(text: string): boolean {
  return text !== "" && !CONTROL_CHARACTER.test(text) && text.isWellFormed();
}

/** Whether a text is an absolute path: `/ws`, or `C:/ws` on Windows. */
export function isAbsolutePath(text: string): boolean {
  return isAbsolute(text) && isPath(text);
}

/**
 * Whether a text names a prompt: `$insomnia/...`, `$user/...` or
 * `$workspace/...`, where each part is a file name. `..` is refused: it
 * could leave the prompts' directory.
 */
export function isPromptReference(text: string): boolean {
  const [root = "", ...parts] = text.split("/");
  return ["$insomnia", "$user", "$workspace"].includes(root) &&
    parts.length > 0 && parts.every(isFileName);
}

function isFileName(part: string): boolean {
  return part !== "." && part !== ".." && !part.includes("\\") && isPath(part);
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) &&
    day.toISOString().slice(0, 10) === text;
}
