import type { LuaToken } from "../../source/lua_tokens.ts";
import type { LuaText } from "../../source/lua_text.ts";
import type { KnownFailure } from "../failure/failure_range.ts";
import type { ByteRange } from "../trace/trace_place.ts";

/** Text that is to stand in place of a stretch of one line. */
export interface ByteEdit extends ByteRange {
  readonly text: string;
}

/** What to write in Lua in place of what somebody wrote. */
export interface LuaAdvice {
  readonly help: string;
  /** Whether it says better what a host function says of itself. */
  readonly instead?: boolean;
  /** Changes that do it, where they are sure. */
  readonly edits?: readonly ByteEdit[];
}

/** A source that failed, as far as it can be read. */
export interface FailedSource {
  readonly text: LuaText;
  readonly failure: KnownFailure;
  /** The tokens up to where the source cannot be read on. */
  readonly tokens: readonly LuaToken[];
  /** What the failure is about. */
  readonly range: ByteRange;
  /** The index of the token there; -1 where no token begins there. */
  readonly at: number;
}

/** Writes another text in place of a token. */
export function replaceToken(
  { line, start, end }: ByteRange,
  text: string,
): ByteEdit {
  return { line, start, end, text };
}

/** The bytes of the source from the failure on, as many as an advice looks at. */
export function textFrom({ text, range }: FailedSource): string {
  return text.bytes.slice(range.start, range.start + 200);
}

/** A name in front, as it can be repeated: a secret is no name. */
export function shownName(token: LuaToken | undefined): string | undefined {
  return token?.kind === "name" && token.text.length <= 40
    ? token.text
    : undefined;
}
