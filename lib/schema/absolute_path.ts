import { isAbsolute } from "../base/file_path.ts";

/** Whether a text is an absolute path: `/ws`, or `C:/ws` on Windows. */
export function isAbsolutePath(text: string): boolean {
  return isAbsolute(text) && isPath(text);
}

/** Whether a text can be a path at all: not empty, and no control character. */
export function isPath(text: string): boolean {
  return text !== "" && !/\p{Cc}/u.test(text) && text.isWellFormed();
}
