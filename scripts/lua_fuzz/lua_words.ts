// What random Lua is made of: only words.

export const NAMES: readonly string[] = ["a", "b", "c", "t", "f", "s"];
export const NUMBERS: readonly string[] = [
  ..."0 1 2 3 -1 7 10 255 0x7fffffff 0xffffffff 1e15 2^53 -0.0 0.5 1.5 -2.25 3.0"
    .split(" "),
  ...["1e100", "math.huge", "-math.huge", "(0/0)", "math.maxinteger"],
  ...["math.mininteger", "1 << 31", "1 << 32", "-(1 << 32)", "1 << 62"],
];
export const TEXTS: readonly string[] = [
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
export const BINARY: readonly string[] =
  "+ - * / // % .. == ~= < <= > >= and or & | ~ << >>".split(" ");
export const UNARY: readonly string[] = ["- ", "not ", "#", "~"];
export const EVENTS: readonly string[] =
  ("__index __newindex __call __concat __len __eq __lt __le __unm __add __sub " +
    "__mul __div __mod __idiv __band __shl __bnot __close __tostring __name")
    .split(" ");
/** Functions and how many arguments they are usually given. */
export const FUNCTIONS: readonly (readonly [name: string, args: number])[] = [
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
export const METHODS: readonly string[] =
  "byte find format gsub len lower match rep reverse sub upper gmatch unpack"
    .split(" ");
