import { isAbsolute } from "../base/file_path.ts";

/** Whether a text is an absolute path: `/ws`, or `C:/ws` on Windows. */
export function isAbsolutePath(text: string): boolean {
  return isAbsolute(text) && isPath(text);
}

/** Whether a text can be a path at all: not empty, and no control character. */
export function isPath(text: string): boolean {
  return text !== "" && !hasControlCharacter(text) && text.isWellFormed();
}

/** `/\p{Cc}/u`, which takes longer to compile than a start has time for. */
function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
  }
  return false;
}
