import { MOST_PROBLEMS } from "../base/cut_problems.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { isAbsolute } from "../base/file_path.ts";
import type { ResolverSession } from "../base/resolver_session.ts";
import { type LuaProgram, sourcesOf } from "../source/lua_program.ts";
import { luaTextOf, spanAt } from "../source/lua_text.ts";
import type { LuaToken } from "../source/lua_tokens.ts";
import { scanSource } from "../source/scan_source.ts";

/**
 * Warns of keys that are written twice in one table: the first has no effect.
 * Of a hundred of them: nobody reads more.
 *
 * @param session knows what was found when the sources were read
 */
export function repeatedKeyWarnings(
  program: LuaProgram,
  session: ResolverSession,
): Diagnostic[] {
  const warnings: Diagnostic[] = [];
  for (const { file, bytes } of sourcesOf(program)) {
    // Those of this program have none.
    if (!isAbsolute(file)) continue;
    const { repeatedKeys } = session.once(scanSource, bytes);
    for (const { name, first, second } of repeatedKeys) {
      if (warnings.length === MOST_PROBLEMS) return warnings;
      const text = luaTextOf(bytes);
      const place = ({ line, start, end }: LuaToken) => ({
        file,
        ...spanAt(text, line, start, end),
      });
      warnings.push({
        code: "conflicting-fields",
        severity: "warning",
        message:
          `\`${name}\` is written twice in one table: Lua keeps the last and drops the first`,
        source: place(second),
        help: "leave one of them out",
        related: [{ message: "the first", source: place(first) }],
      });
    }
  }
  return warnings;
}
