-- `require` and `profile.import`: code that the trusted side has read already.
local host = ...
local load, type, error = load, type, error
local raw_getmetatable, raw_setmetatable, set_type_metatable = debug.getmetatable, setmetatable, debug.setmetatable
local resume, running, yield = coroutine.resume, coroutine.running, coroutine.yield
local concat = table.concat
local find, gsub, sub = string.find, string.gsub, string.sub
local format = host.format
local loaded = debug.getregistry()._LOADED
local max_name = host.limits.module_name_bytes

-- What is being loaded now, outermost first: { label, key, thread }.
local loading = {}
-- Values of finished modules, in a box since `nil` and `false` are values too.
local finished = {}

local function chain_to(label)
  local labels = {}
  for index = 1, #loading do labels[index] = loading[index].label end
  labels[#labels + 1] = label
  return concat(labels, " -> ")
end

-- The part of the chain that goes round, or nil.
local function cycle(key, label)
  for first = 1, #loading do
    if loading[first].key == key then
      local labels = {}
      for index = first, #loading do labels[#labels + 1] = loading[index].label end
      labels[#labels + 1] = label
      return concat(labels, " -> ")
    end
  end
end

-- Back to what was being loaded when `depth` loads were begun, and to the
-- strings of that time.
local function leave(depth)
  for index = #loading, depth + 1, -1 do
    local strings = loading[index].strings
    if strings then set_type_metatable("", strings) end
    loading[index] = nil
  end
end

-- Takes the top entry off again however the load ends, without a protected
-- call: the handler must see the whole stack of an error inside a module.
local leaving = { __close = function(self) leave(self.depth) end }

-- `strings` is the metatable of strings to go back to, if this load changes it.
local function enter(key, label, strings)
  local depth = #loading
  loading[depth + 1] = { key = key, label = label, thread = running(), strings = strings }
  return raw_setmetatable({ depth = depth }, leaving)
end

local function left(depth, ...)
  leave(depth)
  return ...
end

-- An error leaves a coroutine without closing its variables. What it was
-- loading is not being loaded any more; a coroutine that yields loads nothing.
function host.resume(...)
  return left(#loading, host.caught(resume(...)))
end

-- A module is loaded in one go: somebody else's coroutine must not be able to
-- leave it half done.
function host.yield(...)
  local thread = #loading > 0 and running()
  for index = 1, #loading do
    if loading[index].thread == thread and index > 1 then
      host.fail(format("attempt to yield while `%s` is being loaded", loading[index].label))
    end
  end
  return yield(...)
end

-- With a variable to close, `return require("x")` at the end of a file is no
-- tail call: the file stays on the stack, and errors can name its line.
local KEEP_FRAME <const> = "local __frame <close> = nil;"

-- The line at which a source is nested deeper than the compiler can follow,
-- which does not say it: the first that a text has to end behind to be so. The
-- message handler was here already when the compiler ran out of C stack: it
-- gives a table, where other errors are text.
local function line_of_overflow(text, name)
  local ends, from = {}, 1
  repeat
    local at = find(text, "\n", from, true)
    ends[#ends + 1] = at or #text
    from = (at or #text) + 1
  until not at
  local least, most = 1, #ends
  while least < most do
    local middle = (least + most) // 2
    local _, found = load(sub(text, 1, ends[middle]), name, "t")
    if type(found) == "table" then most = middle else least = middle + 1 end
  end
  return least
end

local function compile(source, environment)
  host.know_chunk(source.chunk)
  local name = "@" .. source.chunk
  host.know_text(name, source.source)
  local f
  if source.traced then
    -- Its text gives the function that waits for the tracing functions.
    f = load(source.source, name, "t", environment)
    if f then return f(host.trace_functions()) end
  end
  f = load(KEEP_FRAME .. source.source, name, "t", environment)
  if f then return f end
  -- As it was written: its own error, or room for one more variable.
  local message
  f, message = load(source.source, name, "t", environment)
  if f then return f end
  if type(message) == "table" then
    message = message.message
    local line = line_of_overflow(source.source, name)
    message = format("%s:%d: %s", source.chunk, line, message)
  end
  host.raise(message, host.syntax_failure(message, source.chunk))
end

local function run(source, environment, label, strings, ...)
  local mark <close> = enter(source, label, strings)
  local value = compile(source, environment)(...)
  return value
end

local function show(name)
  return #name <= 80 and name or sub(name, 1, 80) .. "..."
end

local function is_name(name)
  return not find(name, "[^A-Za-z0-9_.]") and not find("." .. name .. ".", "%.[0-9.]")
end

local function check_name(name)
  if type(name) ~= "string" then
    host.fail(format("the name of a module is a string: got %s", type(name)), "module-name")
  end
  if #name > max_name then
    host.fail(format("the name of the module `%s` is too long: %d bytes, at most %d", show(name), #name, max_name),
      "module-name")
  end
  if not is_name(name) then
    local dotted = gsub(gsub(gsub(gsub(name, "%.lua$", ""), "^%.?/", ""), "[/\\]+", "."), "^%.+", "")
    if is_name(dotted) then
      host.fail(format("`%s` is not the name of a module", name), "module-name",
        "a name is identifiers with dots between them, without `.lua`", dotted)
    end
    host.fail(format("`%s` is not the name of a module", name), "module-name",
      "a name is identifiers with dots between them: require(\"shared.models\") loads shared/models.lua from the profile's directory")
  end
end

local function fail_without_host_module(name)
  local names = {}
  for known in host.iterate(host.public_modules) do names[#names + 1] = known end
  host.fail(format("module '%s' not found: there is no such module of insomnia", name), "module-not-found",
    host.modules._suggest.advice(name, names))
end

-- The entry itself, or why there is no such module.
local function look_closer(root, name)
  check_name(name)
  if name == "insomnia" or find(name, "^insomnia%.") then fail_without_host_module(name) end
  local folder = gsub(name, "%.", "/")
  local path = folder .. ".lua"
  if path == root.path then return root.entry end
  local problem = root.problems[name]
  local denied, instead = host.denied_module(name)
  local message = problem and format("module '%s' cannot be used: %s", name, problem)
    or denied and format("module '%s' not found: %s", name, denied)
    or format("module '%s' not found: there is no file %s or %s/init.lua beside %s", name, path, folder, root.path)
  if host.public_modules["insomnia." .. name] then
    host.fail(message, "module-not-found", nil, "insomnia." .. name)
  end
  host.fail(message, "module-not-found",
    instead or "the chain of requires: " .. chain_to(name))
end

-- The `require` of one profile's directory.
local function make_require(root, environment, standard)
  return function(name)
    -- What is known by its name needs no other look at it.
    local known = host.public_modules[name]
    if known == nil then known = standard[name] end
    if known ~= nil then return known end
    local module = root.modules[name]
    if not module or module.chunk == root.entry.chunk or sub(name, 1, 9) == "insomnia." then
      module = look_closer(root, name)
    end
    local done = finished[module]
    if done then return done.value end
    local round = cycle(module, name)
    if round then
      host.fail("modules require each other in a circle: " .. round, "module-cycle",
        "move what both need into a third module, or call `require` inside the function that needs it")
    end
    host.note_loaded(root.name and root.name .. "/" .. name or name)
    local value = run(module, environment, root.name and root.name .. "/" .. name or name, nil, name, module.chunk)
    if value == nil then value = true end
    finished[module] = { value = value }
    return value
  end
end

-- What a profile finds around itself.
local function make_surroundings()
  local environment = host.make_environment()
  local standard = host.standard_modules(environment)
  -- Where Lua looks for the name of a function that was not called by one.
  for name, module in next, standard do loaded[name] = module end
  return { environment = environment, standard = standard, string_metatable = host.string_metatable(environment) }
end

-- The surroundings of the first profile, made when the machine is built.
local prepared
function host.prepare() prepared = make_surroundings() end

-- Evaluates the entry file of a profile, selected or imported.
local function evaluate(root, label)
  local surroundings = prepared or make_surroundings()
  prepared = nil
  local environment = surroundings.environment
  environment.require = make_require(root, environment, surroundings.standard)
  if host.marks then host.watch_reads(environment) end
  -- Strings are as a profile may expect, whatever another one made of them.
  local strings = raw_getmetatable("")
  set_type_metatable("", surroundings.string_metatable)
  host.note_loaded(label)
  local value = run(root.entry, environment, label, strings)
  return value
end
host.evaluate = evaluate

local function check_imported(selector, value)
  if type(value) ~= "table" then
    host.fail(format("cannot import `%s`: a profile is a table, and this one is %s", show(selector), type(value)),
      "import-invalid")
  end
end

-- A fresh copy of another profile's table.
function host.import(selector)
  local found = host.program.imports[selector]
  if not found or found.problem then
    local problem = found and found.problem or "it was not known before the evaluation began; write its name as a literal"
    host.fail(format("cannot import `%s`: %s", show(selector), problem), "import-invalid")
  end
  local root = found.root
  if not root then
    host.note_loaded(found.name)
    check_imported(selector, found.data)
    return host.mark_as_brought(host.copy(found.data))
  end
  local done = finished[root.entry]
  if not done then
    local round = cycle(root.entry, found.name)
    if round then host.fail("profiles import each other in a circle: " .. round, "import-cycle") end
    done = { value = evaluate(root, found.name) }
    check_imported(selector, done.value)
    finished[root.entry] = done
  end
  return host.copy(done.value)
end
