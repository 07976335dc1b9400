import { evaluateLua, ProfileError } from "../../mod.ts";
import type { NativeLua } from "./native_lua.ts";

/** Steps of a batch; more is a loop that does not end. */
const MAX_STEPS = 100_000_000;
/** The same in native Lua. */
const NATIVE_TIMEOUT_MS = 10_000;

/**
 * Lua that runs in the machine and in native Lua alike: says what each function
 * gives, as a text that shows no address and no order of a table.
 */
const SHOW = String.raw`
local OUT = {}
local MOST = 400
local function show(v, depth, seen)
  local kind = math.type(v) or type(v)
  if kind == "integer" then return "i" .. v end
  if kind == "float" then return "f" .. string.format("%.14g", v) end
  if kind == "string" then
    return '"' .. v:sub(1, 100):gsub("[^\32-\126]", function(c) return string.format("\\%03d", c:byte()) end) .. '"'
  end
  if kind ~= "table" then return kind == "boolean" and tostring(v) or kind end
  if seen[v] or depth > 3 then return "{...}" end
  seen[v] = true
  local parts = {}
  for i = 1, math.min(8, rawlen(v)) do parts[#parts + 1] = show(rawget(v, i), depth + 1, seen) end
  for _, key in ipairs({ "n", "x", "y" }) do
    local value = rawget(v, key)
    if value ~= nil then parts[#parts + 1] = key .. "=" .. show(value, depth + 1, seen) end
  end
  return "{" .. table.concat(parts, ",") .. "}"
end
local function note(...)
  local parts = {}
  for i = 1, math.min(6, select("#", ...)) do parts[i] = show((select(i, ...)), 1, {}) end
  OUT[#OUT + 1] = (table.concat(parts, " "):sub(1, MOST):gsub("(%a+): 0?x?%x+", "%1: ADDRESS"):gsub("builtin: %x+", "ADDRESS"))
end
`.trim().replaceAll("\n", " ");

/** A program of many bodies, one after the other, each caught by itself. */
export function batchProgram(bodies: readonly string[]): string {
  // On one line: the first body begins on the second.
  return [
    SHOW,
    ...bodies.map((body) => `note(pcall(function(...)\n${body}\nend))`),
    "return OUT",
  ].join("\n");
}

/** What each body gives here; undefined when the program came to a limit. */
export function runHere(program: string): readonly string[] | undefined {
  try {
    const value = evaluateLua(program, { maxSteps: MAX_STEPS });
    return Array.isArray(value) ? value.map(String) : [];
  } catch (error) {
    const isLimit = error instanceof ProfileError &&
      error.diagnostics.some(({ code }) => code.startsWith("limit-"));
    if (isLimit) return undefined;
    throw error;
  }
}

/** The same in native Lua; undefined when it takes too long, or breaks down. */
export async function runNative(
  { command }: NativeLua,
  program: string,
): Promise<readonly string[] | undefined> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(
      `${folder}/main.lua`,
      program.replace(/return OUT$/, "io.write(table.concat(OUT, '\\n'))"),
    );
    const { success, stdout } = await new Deno.Command(command, {
      args: ["main.lua"],
      cwd: folder,
      stderr: "null",
      signal: AbortSignal.timeout(NATIVE_TIMEOUT_MS),
    }).output();
    if (!success) return undefined;
    return new TextDecoder().decode(stdout).split("\n");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
