import type { Random } from "../random.ts";
import {
  BINARY,
  EVENTS,
  FUNCTIONS,
  METHODS,
  NAMES,
  NUMBERS,
  TEXTS,
  UNARY,
} from "./lua_words.ts";
import type { NativeLua } from "./native_lua.ts";

/** How deep expressions and statements stand in one another. */
const DEPTH = 3;
const MAX_TURNS = 8;

/**
 * The body of a function that returns something, in Lua that always compiles
 * and mostly ends: loops are short, and there is little recursion. Lines are
 * broken at random, since an error's line is compared, too.
 */
export function randomBody(
  random: Random,
  { bugs }: Pick<NativeLua, "bugs">,
): string {
  const hasWrongLines = bugs.has(
    "lines of division by zero and of calls over several lines (before 5.4.7)",
  );
  const hasWrongIndexes = bugs.has(
    "an index that is a comparison (before 5.4.8)",
  );
  const gap = () => !hasWrongLines && random.chance(0.12) ? "\n" : " ";
  const list = (count: number, make: () => string) =>
    Array.from({ length: count }, make).join(`,${gap()}`);

  function expression(depth: number): string {
    if (depth <= 0) return atom();
    switch (random.below(12)) {
      case 0:
      case 1:
        return `(${expression(depth - 1)}${gap()}${
          random.pick(BINARY)
        }${gap()}${expression(depth - 1)})`;
      case 2:
        return `(${random.pick(UNARY)}${expression(depth - 1)})`;
      case 3:
        return table(depth);
      case 4:
        return functionOf(depth);
      case 5:
      case 6:
        return call(depth);
      case 7:
        return `t[${hasWrongIndexes ? atom() : expression(depth - 1)}]`;
      case 8:
        return `${random.pick(NAMES)}.${random.pick(["x", "y", "n"])}`;
      case 9:
        return `(${expression(depth - 1)}):${random.pick(METHODS)}(${
          list(random.below(3), () => expression(depth - 1))
        })`;
      default:
        return atom();
    }
  }

  function atom(): string {
    switch (random.below(6)) {
      case 0:
      case 1:
        return random.pick(NUMBERS);
      case 2:
        return `"${random.pick(TEXTS)}"`;
      case 3:
        return random.pick([
          "nil",
          "true",
          "false",
          "...",
          random.pick(FUNCTIONS)[0],
        ]);
      default:
        return random.pick(NAMES);
    }
  }

  function table(depth: number): string {
    return `{ ${
      list(random.below(4), () =>
        random.chance(0.6)
          ? expression(depth - 1)
          : `${random.pick(["x", "y", "n"])} = ${expression(depth - 1)}`)
    } }`;
  }

  function object(depth: number): string {
    return `setmetatable(${table(depth)}, { ${
      list(1 + random.below(3), () =>
        `${random.pick(EVENTS)} = ${
          random.chance(0.7) ? functionOf(depth) : expression(depth - 1)
        }`)
    } })`;
  }

  function functionOf(depth: number): string {
    const body = block(depth - 1, 2);
    return `function(a, ...)${gap()}${body} return ${
      expression(depth - 1)
    } end`;
  }

  function call(depth: number): string {
    if (random.chance(0.25)) {
      return `${random.pick(["f", "t.x", "a"])}(${
        list(random.below(3), () => expression(depth - 1))
      })`;
    }
    const [name, args] = random.pick(FUNCTIONS);
    const count = Math.max(
      0,
      args - (random.chance(0.3) ? 1 : 0) + (random.chance(0.1) ? 1 : 0),
    );
    return `${name}(${list(count, () => expression(depth - 1))})`;
  }

  function statement(depth: number): string {
    switch (random.below(depth <= 0 ? 4 : 13)) {
      case 0:
        return `local ${random.pick(NAMES)} = ${expression(depth)}`;
      case 1:
        return `${random.pick(["a", "b", "c", "s"])} = ${expression(depth)}`;
      case 2:
        return `t.${random.pick(["x", "y", "n"])} = ${expression(depth)}`;
      case 3:
        return `local _ = ${call(depth)}`;
      case 4:
        return `t[${hasWrongIndexes ? atom() : expression(depth - 1)}] = ${
          expression(depth - 1)
        }`;
      case 5:
        return `local t = ${object(depth)}`;
      case 6:
        return `if ${expression(depth - 1)} then ${block(depth - 1, 2)}${
          random.chance(0.5) ? ` else ${block(depth - 1, 2)}` : ""
        } end`;
      case 7:
        return `for i = ${1 + random.below(3)}, ${
          random.below(MAX_TURNS)
        } do local a = i ${block(depth - 1, 2)} end`;
      case 8:
        return `for i, v in ipairs(${
          expression(depth - 1)
        }) do if i > ${MAX_TURNS} then break end local a = v ${
          block(depth - 1, 2)
        } end`;
      case 9:
        return `do local n = 0 repeat n = n + 1 ${
          block(depth - 1, 2)
        } until n > ${random.below(4)} or ${expression(depth - 1)} end`;
      case 10:
        return `do local z <close> = ${
          random.chance(0.5) ? "nil" : object(depth)
        } ${block(depth - 1, 2)} end`;
      case 11:
        return `local f <const> = ${functionOf(depth)}`;
      default:
        return `local ok, s = pcall(${functionOf(depth)}, ${
          expression(depth - 1)
        })`;
    }
  }

  function block(depth: number, most: number): string {
    return Array.from(
      { length: random.below(most + 1) },
      () => statement(depth),
    )
      .join(random.chance(0.5) ? "\n" : " ");
  }

  const start = `local a, b, c, s = ${expression(1)}, ${expression(1)}, ${
    expression(1)
  }, "${random.pick(TEXTS)}" local t = ${table(2)} local f = ${functionOf(1)}`;
  return `${start}\n${block(DEPTH, 4)}\nreturn ${expression(DEPTH)}, ${
    expression(DEPTH)
  }`;
}
