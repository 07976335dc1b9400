/** The functions of each host module, for "did you mean". */
export const HOST_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  profile: ["import"],
  models: ["catalog", "context_window", "info", "refs"],
  reasoning: ["effort", "budget", "ratio", "dynamic"],
  compact: ["preset", "ratio", "tokens"],
  scope: ["workspace_read", "workspace_write"],
  memory: ["preset"],
  web: ["brave", "fetch_only"],
  tools: ["policy", "rules"],
  secrets: ["ref", "env"],
};

/** What else a profile finds in Lua's own libraries. */
export const LIBRARY_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  coroutine: [
    ...["close", "create", "isyieldable", "resume", "running", "status"],
    ...["wrap", "yield"],
  ],
  math: [
    ...["abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor"],
    ...["fmod", "huge", "log", "max", "maxinteger", "min", "mininteger"],
    ...["modf", "pi", "rad", "sin", "sqrt", "tan", "tointeger", "type", "ult"],
  ],
  string: [
    ...["byte", "char", "find", "format", "gmatch", "gsub", "len", "lower"],
    ...["match", "pack", "packsize", "rep", "reverse", "sub", "unpack"],
    ...["upper"],
  ],
  table: ["concat", "insert", "move", "pack", "remove", "sort", "unpack"],
  utf8: ["char", "charpattern", "codepoint", "codes", "len", "offset"],
};

/** The globals of a profile that are functions. */
export const GLOBAL_FUNCTIONS: readonly string[] = [
  ...["assert", "error", "getmetatable", "ipairs", "next", "pairs", "pcall"],
  ...["print", "rawequal", "rawget", "rawlen", "rawset", "require", "select"],
  ...["setmetatable", "tonumber", "tostring", "type", "xpcall"],
  ...["insomnia", "profile"],
];
