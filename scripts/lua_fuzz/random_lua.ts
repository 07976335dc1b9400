import type { NativeLua } from "./native_lua.ts";

/** Numbers from 0 up to a bound, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = state + 0x6d2b79f5 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) % below;
  };
}

const NAMES = ["a", "b", "c", "t", "f", "s"];
const NUMBERS = [
  ..."0 1 2 3 -1 7 10 255 0x7fffffff 0xffffffff 1e15 2^53 -0.0 0.5 1.5 -2.25 3.0"
    .split(" "),
  ...["1e100", "math.huge", "-math.huge", "(0/0)", "math.maxinteger"],
  ...["math.mininteger", "1 << 31", "1 << 32", "-(1 << 32)", "1 << 62"],
];
const TEXTS = [
  ...[
    "",
    "x",
    "abc",
    "10",
    " 0x10 ",
    "1e1",
    "a b c",
    "hello world",
    "%",
    "\\0",
  ],
  ...["%d", "%s", "%q", "%5.2f", "%x", "%c", "%i %s", "%-5s|", "%+d", "%5d"],
  ...[
    ".",
    "%a+",
    "(%w)(%w*)",
    "^%s*",
    "%b()",
    "[^%d]",
    ".-b",
    "%f[%w]",
    "(a*)%1",
  ],
  ...["()", "é", "\\xff", "<i4", "z", "s1", ">I2", "!4 i4 b", "[a", "%g("],
];
const BINARY = "+ - * / // % .. == ~= < <= > >= and or & | ~ << >>".split(" ");
const UNARY = ["- ", "not ", "#", "~"];
const EVENTS =
  ("__index __newindex __call __concat __len __eq __lt __le __unm __add __sub " +
    "__mul __div __mod __idiv __band __shl __bnot __close __tostring __name")
    .split(" ");
/** Functions and how many arguments they are usually given. */
const FUNCTIONS: readonly (readonly [name: string, args: number])[] = [
  ["tostring", 1],
  ["tonumber", 1],
  ["tonumber", 2],
  ["type", 1],
  ["select", 3],
  ["rawequal", 2],
  ["rawlen", 1],
  ["rawget", 2],
  ["rawset", 3],
  ["assert", 2],
  ["error", 2],
  ["pcall", 2],
  ["xpcall", 3],
  ["ipairs", 1],
  ["next", 1],
  ["setmetatable", 2],
  ["getmetatable", 1],
  ["math.abs", 1],
  ["math.ceil", 1],
  ["math.floor", 1],
  ["math.fmod", 2],
  ["math.max", 2],
  ["math.min", 2],
  ["math.modf", 1],
  ["math.tointeger", 1],
  ["math.type", 1],
  ["math.ult", 2],
  ["string.byte", 3],
  ["string.char", 2],
  ["string.find", 4],
  ["string.format", 2],
  ["string.format", 3],
  ["string.gmatch", 3],
  ["string.gsub", 4],
  ["string.len", 1],
  ["string.lower", 1],
  ["string.match", 3],
  ["string.pack", 3],
  ["string.packsize", 1],
  ["string.rep", 3],
  ["string.reverse", 1],
  ["string.sub", 3],
  ["string.unpack", 3],
  ["string.upper", 1],
  ["table.concat", 4],
  ["table.insert", 3],
  ["table.move", 4],
  ["table.pack", 3],
  ["table.remove", 2],
  ["table.sort", 2],
  ["table.unpack", 3],
  ["utf8.char", 2],
  ["utf8.codepoint", 3],
  ["utf8.len", 3],
  ["utf8.offset", 3],
  ["coroutine.create", 1],
  ["coroutine.isyieldable", 0],
  ["coroutine.resume", 2],
  ["coroutine.status", 1],
  ["coroutine.wrap", 1],
  ["coroutine.yield", 2],
  ["coroutine.close", 1],
];
const METHODS =
  "byte find format gsub len lower match rep reverse sub upper gmatch unpack"
    .split(" ");

/** How deep expressions and statements stand in one another. */
const DEPTH = 3;
const MAX_TURNS = 8;

/**
 * The body of a function that returns something, in Lua that always compiles
 * and mostly ends: loops are short, and there is little recursion. Lines are
 * broken at random, since an error's line is compared, too.
 */
export function randomBody(
  random: (below: number) => number,
  { bugs }: Pick<NativeLua, "bugs">,
): string {
  const hasWrongLines = bugs.has(
    "lines of division by zero and of calls over several lines (before 5.4.7)",
  );
  const hasWrongIndexes = bugs.has(
    "an index that is a comparison (before 5.4.8)",
  );
  const pick = <T>(items: readonly T[]): T => items[random(items.length)]!;
  const chance = (percent: number) => random(100) < percent;
  const gap = () => !hasWrongLines && chance(12) ? "\n" : " ";
  const list = (count: number, make: () => string) =>
    Array.from({ length: count }, make).join(`,${gap()}`);

  function expression(depth: number): string {
    if (depth <= 0) return atom();
    switch (random(12)) {
      case 0:
      case 1:
        return `(${expression(depth - 1)}${gap()}${pick(BINARY)}${gap()}${
          expression(depth - 1)
        })`;
      case 2:
        return `(${pick(UNARY)}${expression(depth - 1)})`;
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
        return `${pick(NAMES)}.${pick(["x", "y", "n"])}`;
      case 9:
        return `(${expression(depth - 1)}):${pick(METHODS)}(${
          list(random(3), () => expression(depth - 1))
        })`;
      default:
        return atom();
    }
  }

  function atom(): string {
    switch (random(6)) {
      case 0:
      case 1:
        return pick(NUMBERS);
      case 2:
        return `"${pick(TEXTS)}"`;
      case 3:
        return pick(["nil", "true", "false", "...", pick(FUNCTIONS)[0]]);
      default:
        return pick(NAMES);
    }
  }

  function table(depth: number): string {
    return `{ ${
      list(random(4), () =>
        chance(60)
          ? expression(depth - 1)
          : `${pick(["x", "y", "n"])} = ${expression(depth - 1)}`)
    } }`;
  }

  function object(depth: number): string {
    return `setmetatable(${table(depth)}, { ${
      list(1 + random(3), () =>
        `${pick(EVENTS)} = ${
          chance(70) ? functionOf(depth) : expression(depth - 1)
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
    if (chance(25)) {
      return `${pick(["f", "t.x", "a"])}(${
        list(random(3), () => expression(depth - 1))
      })`;
    }
    const [name, args] = pick(FUNCTIONS);
    const count = Math.max(
      0,
      args - (chance(30) ? 1 : 0) + (chance(10) ? 1 : 0),
    );
    return `${name}(${list(count, () => expression(depth - 1))})`;
  }

  function statement(depth: number): string {
    switch (random(depth <= 0 ? 4 : 13)) {
      case 0:
        return `local ${pick(NAMES)} = ${expression(depth)}`;
      case 1:
        return `${pick(["a", "b", "c", "s"])} = ${expression(depth)}`;
      case 2:
        return `t.${pick(["x", "y", "n"])} = ${expression(depth)}`;
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
          chance(50) ? ` else ${block(depth - 1, 2)}` : ""
        } end`;
      case 7:
        return `for i = ${1 + random(3)}, ${random(MAX_TURNS)} do local a = i ${
          block(depth - 1, 2)
        } end`;
      case 8:
        return `for i, v in ipairs(${
          expression(depth - 1)
        }) do if i > ${MAX_TURNS} then break end local a = v ${
          block(depth - 1, 2)
        } end`;
      case 9:
        return `do local n = 0 repeat n = n + 1 ${
          block(depth - 1, 2)
        } until n > ${random(4)} or ${expression(depth - 1)} end`;
      case 10:
        return `do local z <close> = ${chance(50) ? "nil" : object(depth)} ${
          block(depth - 1, 2)
        } end`;
      case 11:
        return `local f <const> = ${functionOf(depth)}`;
      default:
        return `local ok, s = pcall(${functionOf(depth)}, ${
          expression(depth - 1)
        })`;
    }
  }

  function block(depth: number, most: number): string {
    return Array.from({ length: random(most + 1) }, () => statement(depth))
      .join(chance(50) ? "\n" : " ");
  }

  const start = `local a, b, c, s = ${expression(1)}, ${expression(1)}, ${
    expression(1)
  }, "${pick(TEXTS)}" local t = ${table(2)} local f = ${functionOf(1)}`;
  return `${start}\n${block(DEPTH, 4)}\nreturn ${expression(DEPTH)}, ${
    expression(DEPTH)
  }`;
}
