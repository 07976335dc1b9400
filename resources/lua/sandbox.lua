-- The sandbox from inside: evaluates one profile and answers with a value or a
-- failure. It runs once, when the virtual machine is built; the heap it leaves
-- behind is what every evaluation starts from.
--
-- The trusted files share the table `host`, which no profile can reach. It
-- holds `lua` (Lua's own globals), `limits`, what the build added to the machine
-- (see `scripts/vm/creation_order.ts` and `watch_keys.ts`), and what each file
-- adds to it.
local setup, address, newest_first, watch_keys, keys_unchanged, has_low_number = ...
local files = { select(7, ...) }
local xpcall, load = xpcall, load

local host = {
  lua = _G,
  limits = setup.limits,
  address = address,
  newest_first = newest_first,
  watch_keys = watch_keys,
  keys_unchanged = keys_unchanged,
  has_low_number = has_low_number,
  modules = {},
  -- Those that `require` gives out.
  public_modules = {},
}

-- First the files of the sandbox itself, then the host modules.
local own = #files - #setup.modules
for index = 1, own do files[index](host) end
for index = 1, #setup.modules do
  local name = setup.modules[index]
  local value = files[own + index](host)
  host.modules[name] = value
  if name:sub(1, 1) ~= "_" then host.public_modules[name] = value end
end

-- What most evaluations begin with is made now.
host.prepare()

-- Not through `setup`, which would keep all of it.
local builtin_catalog = setup.catalog

local function main(program)
  host.program = program
  host.catalog = program.catalog or builtin_catalog
  host.insomnia.version = program.version
  -- The text of `trace.lua`, where the sources are instrumented.
  if program.trace then load(program.trace, "=insomnia/trace.lua", "t")(host) end
  return host.evaluate(program.root, program.root.entry.chunk)
end

-- Gives whether all went well, then the value or the failure, then the marks.
local function evaluate(program)
  local ok, value = xpcall(main, host.on_error, program)
  if host.marks then host.settle_marks() end
  return ok, value, host.marks, host.refusals
end

return evaluate, host.record
