import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import {
  type DiagnosticFormat,
  renderDiagnostics,
} from "../../lib/print/diagnostics/render_diagnostics.ts";
import { secretsIn } from "../../lib/profile/secret_forms.ts";
import { resolveProfile } from "../../lib/api/resolve_profile.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { SECRET_ROWS } from "../profile/secret_rows.ts";

const FORMATS: readonly DiagnosticFormat[] = [
  "human",
  "json",
  "github",
  "sarif",
];

/** Of one line: what of several lines is hidden has tests of its own. */
const SECRETS = SECRET_ROWS.flatMap(({ secrets }) => secrets)
  .filter((secret) => !secret.includes("\n") && secret.length >= 16)
  // The host of a webhook is known to everybody.
  .filter((secret) => !/\.com\//.test(secret));

/** Where `$` is a Lua expression for the secret, or for a text with it inside. */
const PLACES = [
  // A value, by every kind of field.
  'return { model = "codex-oauth/gpt-5.5", description = $ }',
  'return { model = "codex-oauth/gpt-5.5", slug = $ }',
  'return { model = "codex-oauth/gpt-5.5", role = $, nonsense = $ }',
  "return { model = $ }",
  "return { model = { ref = $, scheme = $, model_id = $ } }",
  'return { model = { ref = "codex-oauth/gpt-5.5", base_url = "https://" .. $ } }',
  'return { model = { ref = "codex-oauth/gpt-5.5", auth = $ } }',
  'return { model = { ref = "codex-oauth/gpt-5.5", auth = { kind = $ } } }',
  'return { model = { ref = "codex-oauth/gpt-5.5", auth = { kind = "api_key", env = $ } } }',
  'return { model = { ref = "codex-oauth/gpt-5.5", auth = { kind = "api_key", file = "/" .. $ } } }',
  'return { model = { ref = "codex-oauth/gpt-5.5", auth = { kind = "secret_ref", ref = $ } } }',
  'return { model = "codex-oauth/gpt-5.5", scope = $, worker = $, web = $ }',
  'return { model = "codex-oauth/gpt-5.5", worker = { reasoning = $, max_turns = $ } }',
  'return { model = "codex-oauth/gpt-5.5", worker = { stop_sequences = { "a", $ } } }',
  'return { model = "codex-oauth/gpt-5.5", permissions = { default_action = "ask", rule = { { tool = $, pattern = $, action = $ } } } }',
  'return { model = "codex-oauth/gpt-5.5", skills = { directories = { "../" .. $ } } }',
  'return { model = "codex-oauth/gpt-5.5", compaction = { preset = $, threshold = $ } }',
  'return { model = "codex-oauth/gpt-5.5", pod = { name = $ }, manifest = { a = { $ } } }',
  "return $",
  // A key.
  'return { model = "codex-oauth/gpt-5.5", [$] = 1 }',
  'return { model = "codex-oauth/gpt-5.5", worker = { [$] = { a = 1 } } }',
  'return { model = "codex-oauth/gpt-5.5", worker = { tool_output = { per_tool = { [$] = "x" } } } }',
  'return { model = "codex-oauth/gpt-5.5", pod = { [$] = 1 } }',
  'local t = {} t[$] = t return { model = "codex-oauth/gpt-5.5", worker = t }',
  'return { model = "codex-oauth/gpt-5.5", worker = { [$] = print } }',
  'return { model = "codex-oauth/gpt-5.5", worker = { $, [$] = 1 } }',
  // The result of a helper of one's own, in a variable, on another line.
  'local function f(x) return { description = x } end\nlocal s = $\nlocal p = f(s)\np.model = "codex-oauth/gpt-5.5"\nreturn p',
  'local s = $\nlocal p = insomnia.profile.import("builtin:default")\np.worker.language = s\nreturn p',
  // An argument.
  "return { model = insomnia.models.catalog($) }",
  'return { model = insomnia.models.catalog("codex-oauth/gpt-5.5", { auth = $ }) }',
  'return { model = insomnia.models.catalog("codex-oauth/gpt-5.5", { [$] = 1 }) }',
  "return { model = insomnia.models.info($) }",
  "return { model = insomnia.models.context_window($) }",
  'return { model = { ref = "codex-oauth/gpt-5.5", auth = insomnia.secrets.ref($) } }',
  'return { model = { ref = "codex-oauth/gpt-5.5", auth = insomnia.secrets.env($) } }',
  'return { model = "codex-oauth/gpt-5.5", compaction = insomnia.compact.preset($) }',
  'return { model = "codex-oauth/gpt-5.5", compaction = insomnia.compact.preset("frugal", { [$] = 1 }) }',
  'return { model = "codex-oauth/gpt-5.5", compaction = insomnia.compact.ratio { threshold = $ } }',
  'return { model = "codex-oauth/gpt-5.5", compaction = insomnia.compact.tokens { [$] = 1 } }',
  'return { model = "codex-oauth/gpt-5.5", memory = insomnia.memory.preset($) }',
  'return { model = "codex-oauth/gpt-5.5", web = insomnia.web.brave { api_key_env = $ } }',
  'return { model = "codex-oauth/gpt-5.5", web = insomnia.web.brave { api_key_secret = $ } }',
  'return { model = "codex-oauth/gpt-5.5", web = insomnia.web.brave { [$] = $ } }',
  'return { model = "codex-oauth/gpt-5.5", permissions = insomnia.tools.policy($) }',
  'return { model = "codex-oauth/gpt-5.5", permissions = insomnia.tools.rules($, {}) }',
  'return { model = "codex-oauth/gpt-5.5", permissions = insomnia.tools.rules("ask", { { $, $, $ } }) }',
  'return { model = "codex-oauth/gpt-5.5", worker = { reasoning = insomnia.reasoning.effort($) } }',
  'return { model = "codex-oauth/gpt-5.5", worker = { reasoning = insomnia.reasoning.budget($) } }',
  "return insomnia.profile.import($)",
  "return require($)",
  "return insomnia[$]",
  "insomnia[$] = 1",
  "return insomnia.profile($)",
  // What Lua itself says.
  "error($)",
  "error($, 0)",
  "error({ $ })",
  "error(setmetatable({}, { __tostring = function() return $ end }))",
  "assert(false, $)",
  "local t = {}\nreturn t[$].x",
  "local t = {}\nreturn t[$]()",
  "return $ + 1",
  "return ($)()",
  "return ($) < 1",
  "return string.rep($, 1, {})",
  "return string.format($ .. '%d', 'x')",
  "return tonumber($, 99)",
  "return select($)",
  "return setmetatable({}, $)",
  "return math.floor($)",
  "local function f(s) error(s .. '!') end\nlocal s = $\nf(s)",
  "return pcall(error, $) and error(select(2, pcall(error, $)))",
  "coroutine.wrap(function() error($) end)()",
  // What it prints.
  'print($)\nreturn { model = "codex-oauth/gpt-5.5" }',
  'print("a", $, 1)\nerror("stop")',
  'print(("x "):rep(3) .. $)\nreturn { nonsense = 1 }',
  // Where a text is cut because it is too long.
  'error(("x "):rep(250 - 7) .. $)',
  'error(("x "):rep(500 - 7) .. $)',
  'error(("x "):rep(512 - 7) .. $)',
  'error(("x "):rep(2048 - 7) .. $)',
  'error(("x "):rep(32768 - 7) .. $)',
  'print(("x "):rep(32768 - 7) .. $)\nerror("stop")',
  'for i = 1, 70 do print(("x"):rep(1000)) end print($) error("stop")',
  'return { model = "codex-oauth/gpt-5.5", [("x "):rep(15) .. $] = { f = print } }',
  // Beside what is wrong.
  'return { model = "codex-oauth/gpt-5.5", nonsense = #($) }',
  "local n = nil return n.x, $",
];

/** As a literal, put together from two pieces, or built. */
const spelled = (secret: string, cut: number, how: number): string => {
  const [a, b] = [secret.slice(0, cut), secret.slice(cut)];
  const quote = (text: string) => JSON.stringify(text);
  switch (how) {
    case 0:
      return quote(secret);
    case 1:
      return `(${quote(a)} .. ${quote(b)})`;
    case 2:
      return `table.concat({ ${quote(a)}, ${quote(b)} })`;
    case 3:
      return `("see " .. ${quote(secret)} .. " here")`;
    default:
      return `([[${a}]] .. '${b}')`;
  }
};

async function renderings(source: string): Promise<string[]> {
  let said;
  const printed: string[] = [];
  try {
    const { manifest, warnings } = await resolveProfile({
      selector: "./coder.lua",
      podName: "x",
      workspace: "/ws",
      system: memorySystem({ cwd: "/ws", files: { "/ws/coder.lua": source } }),
    });
    printed.push(JSON.stringify(manifest));
    said = warnings;
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    printed.push(String(error), error.stack ?? "");
    said = error.diagnostics;
  }
  return [
    ...printed,
    ...FORMATS.map((format) => renderDiagnostics(said, format, { cwd: "/ws" })),
  ];
}

/** Long enough to be of use to somebody. */
const PART = 12;

for (const place of PLACES) {
  Deno.test(`no secret shows: ${place.replace(/\n/g, "; ")}`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SECRETS),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        fc.nat(4),
        async (secret, share, how) => {
          const cut = Math.floor(secret.length * share);
          const source = place.replaceAll("$", () => spelled(secret, cut, how));
          // Of a URL it is the password that is a secret.
          const [value] = secretsIn(secret);
          const parts = [value, secret.slice(0, cut), secret.slice(cut)]
            .filter((part) => part!.length >= PART && value!.includes(part!));
          for (const text of await renderings(source)) {
            for (const part of parts) {
              assert.ok(!text.includes(part!), `${part} of ${source}\n${text}`);
            }
          }
        },
      ),
      { numRuns: 10 },
    );
  });
}
