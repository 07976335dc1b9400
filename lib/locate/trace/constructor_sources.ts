import { isLoopVariable } from "./field_assignments.ts";
import type { LocalReads } from "./local_reads.ts";
import type { LuaOutline } from "./lua_outline.ts";
import { readExpressionSource, readFieldRead } from "./read_source.ts";
import { rangeOfToken, rangeOfTokens } from "./expression_range.ts";
import { literalKey } from "./table_fields.ts";
import type { FieldRanges } from "./trace_place.ts";

/** What a constructor's text says of where its fields come from. */
export interface ConstructorSources {
  /** Lua text of triples for `__trace_table`: key, table, key there. */
  readonly values: readonly string[];
  /** The entries whose key is computed: `[key] = value`. */
  readonly computed: readonly ComputedEntry[];
}

/** An entry of a constructor whose key is computed. */
export interface ComputedEntry {
  /** Offsets of the key between the brackets. */
  readonly start: number;
  readonly end: number;
  /** Lua text of the table and key that the key is read from. */
  readonly read?: string | undefined;
  readonly field: FieldRanges;
  /** Whether its value is written out there. */
  readonly written: boolean;
}

/**
 * Reads the named and computed entries of a constructor.
 *
 * @param brace the index of its `{`
 */
export function readConstructorSources(
  outline: LuaOutline,
  brace: number,
  locals: LocalReads,
): ConstructorSources {
  const { tokens, partner } = outline;
  const close = partner[brace]!;
  const values: string[] = [];
  const computed: ComputedEntry[] = [];
  let items = 0;
  for (let index = brace + 1; index < close; index++) {
    const start = index;
    while (
      index < close && tokens[index]!.text !== "," &&
      tokens[index]!.text !== ";"
    ) index = Math.max(index, partner[index]!) + 1;
    if (tokens[start]!.kind === "name" && tokens[start + 1]!.text === "=") {
      const read = valueRead(outline, start + 2, index, locals);
      if (read) values.push(`"${tokens[start]!.text}", ${read}`);
    } else if (tokens[start]!.text === "[") {
      const end = partner[start]!;
      const key = tokens.slice(start + 1, end);
      // No field of a profile has a table for its key.
      if (literalKey(key) !== undefined || key[0]!.text === "{") continue;
      if (tokens[end - 1]!.text === "}") continue;
      computed.push({
        start: key[0]!.start,
        end: tokens[end - 1]!.end,
        read: readFieldRead(outline, start + 1, end),
        written: readExpressionSource(outline, end + 2, index, locals).kind ===
          "written",
        field: {
          key: rangeOfToken(key[0]!),
          value: rangeOfTokens(outline, end + 2, index),
        },
      });
    } else if (start < index) {
      items++;
      // The last `...` gives all items from here on, an unpacked list its own.
      const isRest = tokens[start]!.text === "..." && start + 1 === close;
      const unpacked = index === close
        ? unpackedList(tokens, start, close)
        : undefined;
      const read = isRest || unpacked !== undefined
        ? `${unpacked ?? "nil"}, "..."`
        : valueRead(outline, start, index, locals);
      if (read) values.push(`${items}, ${read}`);
    }
  }
  return { values, computed };
}

/** The name of the list in `table.unpack(list)`. */
function unpackedList(
  tokens: LuaOutline["tokens"],
  start: number,
  end: number,
): string | undefined {
  const call = tokens.slice(start, end).map(({ text }) => text).join(" ");
  return /^(?:table \. )?unpack \( ([A-Za-z_]\w*) \)$/.exec(call)?.[1];
}

/** Without a table: a variable, of which only the calls that led there may tell. */
function valueRead(
  outline: LuaOutline,
  start: number,
  end: number,
  locals: LocalReads,
): string | undefined {
  const source = readExpressionSource(outline, start, end, locals);
  if (source.kind === "variable") {
    const isLoops = source.read === undefined && isLoopVariable(outline, start);
    return source.read ?? (isLoops ? "nil, true" : "nil, nil");
  }
  return source.kind === "field" ? source.read : undefined;
}
