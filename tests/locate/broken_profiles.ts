/** A profile with mistakes, and what is said of them. */
export type BrokenProfile = readonly [
  criterion: string,
  /** `«` stands where each problem begins. One text is that of `p.lua`. */
  files: string | Readonly<Record<string, string>>,
  /** What is said of each, in that order: all of its words. */
  ...said: readonly RegExp[],
];

const MODEL = `model = "codex-oauth/gpt-5.5"`;

/** Mistakes that people make. */
export const BROKEN_PROFILES: readonly BrokenProfile[] = [
  // Names of fields.
  [
    "a name of two words",
    `return { ${MODEL}, [«"max tokens"] = 3 }`,
    /`\["max tokens"\]`/,
  ],
  ["a name in another script", `return { ${MODEL}, [«"größe"] = 3 }`, /größe/],
  ["a name that is a picture", `return { ${MODEL}, [«"🎉"] = 3 }`, /🎉/],
  ["an empty name", `return { ${MODEL}, [«""] = 3 }`, /`\[""\]`/],
  [
    "a name with signs that do not show",
    `return { ${MODEL}, [«"a\\tb"] = 3 }`,
    /a\\tb/,
  ],
  [
    "a name that is very long",
    `return { ${MODEL}, [«"${"k".repeat(300)}"] = 3 }`,
    /kkk/,
  ],
  [
    "the name of a field with that of its section",
    `return { ${MODEL}, [«"worker.reasoning"] = "high" }`,
    /write `reasoning` inside the table `worker`/,
  ],
  [
    "a name that could be a secret, without showing it",
    `return { ${MODEL}, worker = { [«"zx81Qr7pLm"] = 3 } }`,
    /^(?!.*zx81)`worker` has an unknown field, whose name is not shown/s,
  ],
  [
    "names of JSON",
    { "p.json": `{ "model": "codex-oauth/gpt-5.5", «"a b": 1, «"": 2 }` },
    /a b/,
    /`\[""\]`/,
  ],
  [
    "names of TOML",
    { "p.toml": `model = "codex-oauth/gpt-5.5"\n«"a b" = 1\n«"x.y" = 2\n` },
    /a b/,
    /x\.y/,
  ],
  [
    "a field of the profile, in a section",
    { "p.toml": `[model]\nref = "codex-oauth/gpt-5.5"\n«slug = "x"\n` },
    /`slug` is a field of the profile/,
  ],
  // Words and values of others.
  [
    "words of others, however they are written",
    `return { ${MODEL}, «stop = { "END" }, «maxSteps = 4, «permission_Mode = "plan" }`,
    /worker\.stop_sequences/,
    /worker\.max_turns/,
    /permissions/,
  ],
  [
    "a name with a space",
    `return { ${MODEL}, slug = «"my coder" }`,
    /my-coder/,
  ],
  [
    "a folder in the place of a section",
    `return { ${MODEL}, skills = «"skills" }`,
    /directories/,
  ],
  [
    "yes in the place of how much",
    `return { ${MODEL}, worker = { reasoning = «true } }`,
    /"high"/,
  ],
  [
    "a kind in the place of its table",
    `return { model = { ref = "openai/gpt-5.5", auth = «"none" } }`,
    /\{ kind = "none" \}/,
  ],
  [
    "words of several tools at the top",
    `return { «llm = "openai/gpt-5.5", «maxTurns = 3, «messages = {}, «volumes = {} }`,
    /did you mean|write `model` here/,
    /`max_turns` is a field of `worker`/,
    /worker\.instruction/,
    /--delegate/,
  ],
  [
    "two words for one model, which is not missing as well",
    `return { «provider = "openai", «model_name = "gpt-5.5" }`,
    /<provider>\/<model id>/,
  ],
  [
    "a word for the kind of a credential, which is not missing as well",
    `return { model = { ref = "openai/gpt-5.5", auth = { «type = "api_key", env = "K" } } }`,
    /write `kind` here/,
  ],
  [
    "words for the fields of a rule, which are not missing as well",
    `return { ${MODEL}, permissions = { default_action = "ask", rule = { { «toolName = "Bash", pattern = "*", «decision = "allow" } } } }`,
    /write `tool` here/,
    /write `action` here/,
  ],
  [
    "a whole profile under a name",
    `return { «config = { ${MODEL} } }`,
    /--manifest/,
  ],
  [
    "a near name of a field that another section has",
    `return { ${MODEL}, «max_turnz = 3 }`,
    /`max_turns` is a field of `worker`/,
  ],
  [
    "a value where a table has one field for it",
    `return { ${MODEL}, session = «true, web = { enabled = true, search = «"brave", fetch = «true } }`,
    /`\{ record_event_trace = true \}`/,
    /`\{ provider = "brave" \}`/,
    /`\{ enabled = true \}`/,
  ],
  [
    "the same in JSON, in its own writing",
    {
      "p.json":
        `{ "model": "codex-oauth/gpt-5.5", "session": «true, "worker": { "stop_sequences": «"END" } }`,
    },
    /`\{ "record_event_trace": true \}`/,
    /`\["END"\]`/,
  ],
  [
    "a value where a table has several fields for it",
    `return { ${MODEL}, worker = «5 }`,
    /fields of `worker`: instruction/,
  ],
  [
    "a switch in the place of a preset",
    `return { ${MODEL}, memory = «true }`,
    /memory"\)\.preset\("long_context"\)/,
  ],
  [
    "a rule without names",
    `return { ${MODEL}, permissions = { default_action = "deny", rule = { «{ "Bash", "git *", "allow" } } } }`,
    /`\{ tool = "Bash", pattern = "git \*", action = "allow" \}`/,
  ],
  [
    "a rule that is not in a list",
    `return { ${MODEL}, permissions = { default_action = "deny", rule = «{ tool = "Bash", pattern = "*", action = "allow" } } }`,
    /put it in a list/,
  ],
  [
    "a list of models",
    `return { model = «{ "openai/gpt-5.5", "openai/gpt-6-luna" } }`,
    /one model/,
  ],
  [
    "a percentage of what is sampled from",
    `return { model = "openrouter/openai/gpt-5.5", worker = { top_p = «95 } }`,
    /`0\.95`/,
  ],
  [
    "a variable as other tools name it, by its name",
    `return { model = { ref = "openai/gpt-5.5", auth = { kind = "api_key", env = «"\${OPENAI_API_KEY}" } } }`,
    /alone: `OPENAI_API_KEY`/,
  ],
  [
    "the same of LiteLLM",
    `return { model = { ref = "openai/gpt-5.5", auth = { kind = "api_key", env = «"os.environ/OPENAI_API_KEY" } } }`,
    /alone: `OPENAI_API_KEY`/,
  ],
  [
    "what could be a secret where a variable belongs, without showing it",
    `return { model = { ref = "openai/gpt-5.5", auth = { kind = "api_key", env = «"$zx81Qr7pLm" } } }`,
    /^(?!.*zx81)`model\.auth\.env` must be the name/s,
  ],
  [
    "the file of a prompt",
    `return { ${MODEL}, worker = { instruction = «"./prompts/reviewer.md" } }`,
    /`\$workspace\/prompts\/reviewer\.md`/,
  ],
  [
    "a prompt itself",
    `return { ${MODEL}, worker = { instruction = «"Be a careful reviewer" } }`,
    /a file of its own/,
  ],
  [
    "a model with spaces around its slash",
    `return { model = «"codex-oauth / gpt-5.5" }`,
    /`codex-oauth\/gpt-5\.5`/,
  ],
  // Texts in another encoding.
  [
    "a key that is not UTF-8",
    `return { ${MODEL}, worker = { [«"\\xff"] = 3 } }`,
    /a key that is not valid UTF-8/,
  ],
  [
    "a budget in a table",
    `return { model = "anthropic/claude-sonnet-4-6", worker = { reasoning = { «budget = 8000 } } }`,
    /`reasoning = 8000`/,
  ],
  [
    "an address in the place of a model, without showing it",
    `return { model = «"https://user:word@llm.example.com/v1" }`,
    /secrets\.ref/,
  ],
  [
    "an address without a secret in the place of a model",
    `return { model = «"https://llm.example.com/v1" }`,
    /`base_url` of the same section/,
  ],
  [
    "a model by a part of its id",
    `return { model = «"gpt-5.5-codex" }`,
    /codex-oauth\/gpt-5\.5/,
  ],
  [
    "a mistake in data that is imported",
    {
      "p.lua":
        `local p = profile.import("project:base")\np.slug = "mine"\nreturn p`,
      ".insomnia/profiles.toml": `[profile]\nbase = "base.json"\n`,
      ".insomnia/base.json":
        `{ "model": "codex-oauth/gpt-5.5",\n  "worker": { "max_turns": «"3" } }`,
    },
    /without quotes/,
  ],
  [
    "a mistake beside data that is imported",
    {
      "p.lua":
        `local p = profile.import("project:base")\np.worker.max_turns = «"3"\nreturn p`,
      ".insomnia/profiles.toml": `[profile]\nbase = "base.toml"\n`,
      ".insomnia/base.toml":
        `model = "codex-oauth/gpt-5.5"\nworker = { max_turns = 3 }\n`,
    },
    /without quotes/,
  ],
  // The returned table.
  [
    "a table that is half a list",
    `local x = 1\nreturn «{ ${MODEL}, [7] = 3 }`,
    /mixes/,
  ],
  ["a key that is no name", `return «{ ${MODEL}, [true] = 3 }`, /boolean/],
  // Beside an error nothing is said of a manifest that there is not.
  [
    "what a runtime ignores, beside an error",
    `return { ${MODEL}, worker = { max_tokens = 5, top_p = 0.5, «max_turn = 3 } }`,
    /max_turns/,
  ],
  [
    "the same beside a refused argument",
    `return { ${MODEL}, worker = { max_tokens = 5 },\n compaction = insomnia.compact.preset(«"frugl") }`,
    /frugal/,
  ],
  // Two of a name on one line.
  [
    "the second of two fields",
    `local a, b = { x = { y = 1 } }, {}\nlocal c = a.x.y + b.«x.y`,
    /field 'x'/,
  ],
  [
    "an operand before its operator",
    `local t, u = { n = 1 }, {}\nlocal c, d = t.n + 1, u.«n + 1`,
    /field 'n'/,
  ],
  [
    "an operand behind its operator",
    `local t, u = { n = 1 }, {}\nlocal c, d = 1 + t.n, 1 + u.«n`,
    /field 'n'/,
  ],
  [
    "the second of two calls",
    `local a, b = { go = tostring }, {}\nlocal c, d = a.go(1), b.«go(2)`,
    /field 'go'/,
  ],
  [
    "the second of two comparisons",
    `local a, b = { n = 2 }, {}\nif a.n > 1 and «b.n > 1 then a = b end`,
    /compare/,
  ],
  [
    "the call that ran",
    `local a = false\nif a then error("no") else «error("yes") end`,
    /yes/,
  ],
  [
    "the second of two presets, in a module",
    {
      "p.lua": `return { ${MODEL}, worker = require("m") }`,
      "m.lua":
        `local p = require("insomnia.compact").preset\nlocal a, b = p("frugal"), p(«"frugl")\nreturn {}`,
    },
    /frugal/,
  ],
  [
    "the sign that was not expected, of several on its line",
    `return { ${MODEL}, worker = { max-tokens «= 5 } }`,
    /`max_tokens`/,
  ],
  [
    "the comma that was not expected, of several on its line",
    `return { ${MODEL}, worker = { stop_sequences = ("A"«, "B") } }`,
    /in braces/,
  ],
  [
    "the call whose parenthesis is missing, before a field on the next line",
    `local f = tostring\nreturn {\n  slug = f("x"«,\n  role = "y",\n}`,
    /has no `\)`/,
  ],
  // Calls, lists and what they were given.
  [
    "a function of a module by a near name",
    {
      "p.lua": `local roles = require("roles")\nreturn roles.«coder()`,
      "roles.lua": `local M = {}\nfunction M.coders() return {} end\nreturn M`,
    },
    /`coders`/,
  ],
  [
    "a module that stands in a folder",
    {
      "p.lua": `return require(«"writer")`,
      "roles/writer.lua": `return { ${MODEL} }`,
    },
    /`roles\.writer`/,
  ],
  [
    "a loop that only counts",
    `local n = 0\nprint(n)\n«while true do\n  n = n + 1\nend`,
    /within 200000000 steps/,
  ],
  [
    "a list that is nil",
    `local models_list = {}\nfor _, name in ipairs(«model_list) do print(name) end`,
    /models_list/,
  ],
  [
    "a table that is nil",
    `for key in pairs(«nothing) do print(key) end`,
    /`nothing` is nil here/,
  ],
  [
    "a field that is misspelt where it is read",
    `local m = { window = 100 }\nlocal n = m.«windw * 2`,
    /`window`/,
  ],
  ["texts that are added", `local n = «"a" + "b"`, /`\.\.`/],
  [
    "a scope by another name",
    `local scope = insomnia.scope\nreturn { ${MODEL}, scope = scope.«read_only() }`,
    /workspace_read/,
  ],
  [
    "a host function that was not called",
    `return { ${MODEL}, scope = «insomnia.scope.workspace_read }`,
    /call it: `insomnia\.scope\.workspace_read\(\)`/,
  ],
  [
    "a function that a module forgets to return",
    {
      "p.lua": `local role = require("role")\nreturn «role { slug = "x" }`,
      "role.lua": "local function role(o) return o end",
    },
    /`return role`/,
  ],
  [
    "a percentage in the place of a ratio",
    `return { ${MODEL}, compaction = insomnia.compact.ratio { threshold = «"50%", request = 0.9 } }`,
    /0\.5/,
  ],
  [
    "a rule that is too short",
    `return { ${MODEL}, permissions = insomnia.tools.rules("deny", {\n  { "Read", "*", "allow" },\n  «{ "Bash", "allow" },\n}) }`,
    /rule 2/,
  ],
  [
    "a word that a host function hands on",
    `return { ${MODEL}, worker = { reasoning = insomnia.reasoning.effort(«"hihg") } }`,
    /`high`/,
  ],
  [
    "an item that a helper appends",
    `local list = {}\nlocal function add(item) table.insert(list, item) end\nadd("END") add(«5)\nreturn { ${MODEL}, worker = { stop_sequences = list } }`,
    /must be a string/,
  ],
  [
    "an item that was moved from list to list",
    `local a = { "END", «5 }\nreturn { ${MODEL}, worker = { stop_sequences = table.move(a, 1, 2, 1, {}) } }`,
    /must be a string/,
  ],
  [
    "an item that a call gives",
    `local a = { "END", «5 }\nreturn { ${MODEL}, worker = { stop_sequences = { table.unpack(a) } } }`,
    /must be a string/,
  ],
  [
    "a name among the arguments of a call",
    `local function make(...)\n  local r, a = {}, { ... }\n  for i = 1, #a, 2 do r[a[i]] = a[i + 1] end\n  return r\nend\nreturn make("model", "codex-oauth/gpt-5.5", «"slagg", "x")`,
    /slagg/,
  ],
  [
    "a name that is computed where it is set",
    `local w = {}\nw[«("MAX_TRNS"):lower()] = 3\nreturn { ${MODEL}, worker = w }`,
    /max_turns/,
  ],
  // Models that the catalog does not have.
  [
    "an effort for a model that is gone, on a scheme of budgets",
    `return { model = «"anthropic/claude-opus-4-1", worker = { reasoning = «"high" } }`,
    /claude-opus-5-5/,
    /a token budget, not an effort label.*`quality`/s,
  ],
  [
    "a budget for a model that is gone",
    `return { model = «"anthropic/claude-opus-4-1", worker = { reasoning = «5000 } }`,
    /claude-opus-5-5/,
    /no reasoning control is known of/,
  ],
];

/** A text without its marks, and the places that they stood at. */
export function unmarked(file: string, marked: string) {
  const pieces = marked.split("«");
  const places = pieces.slice(1).map((_, index) => {
    const lines = pieces.slice(0, index + 1).join("").split("\n");
    return `/ws/${file}:${lines.length}:${lines.at(-1)!.length + 1}`;
  });
  return { text: pieces.join(""), places };
}
