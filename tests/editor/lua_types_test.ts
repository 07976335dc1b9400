// The annotations for editors: complete, and true to what they describe. Where
// `emmylua_check` is on the path (cargo install --locked emmylua_check), it says
// what an editor would underline.
import assert from "node:assert/strict";
import { printLuaTypes } from "../../lib/print/print_lua_types.ts";
import { typeTexts } from "../../lib/resources/builtin_resources.ts";
import { PROFILE } from "../../lib/schema/field_table.ts";
import { fieldsOf, type SchemaNode } from "../../lib/schema/schema_node.ts";
import { listFiles } from "../../scripts/list_files.ts";
import { repositoryPath } from "../../scripts/repository_path.ts";
import { folderWith, runCli } from "../cli/run_cli.ts";
import { hasPrograms } from "../has_programs.ts";

const MODULES = [
  "profile",
  "models",
  "reasoning",
  "compact",
  "scope",
  "memory",
  "web",
  "tools",
  "secrets",
];

/** The functions that a Lua text defines on its module's table. */
function functionsOf(module: string, text: string): string[] {
  return [...text.matchAll(new RegExp(`^function ${module}\\.(\\w+)\\(`, "gm"))]
    .map(([, name]) => name!).sort();
}

for (const module of MODULES) {
  Deno.test(`Lua types: insomnia.${module} has the functions of the module`, async () => {
    const types = (await typeTexts())[`insomnia/${module}.lua`] ?? "";
    const source = await Deno.readTextFile(
      repositoryPath(`resources/lua/${module}.lua`),
    );
    assert.ok(functionsOf(module, source).length > 0);
    assert.deepEqual(functionsOf(module, types), functionsOf(module, source));
    assert.ok(types.startsWith(`---@meta insomnia.${module}\n`));
  });
}

Deno.test("Lua types: every field of a profile, with its description", () => {
  const text = printLuaTypes();
  const missing: string[] = [];
  const seen = new Set<SchemaNode>();
  const walk = (node: SchemaNode, path: string): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.is === "list") walk(node.item, path);
    if (node.is === "either") node.options.forEach((one) => walk(one, path));
    for (const [name, field] of fieldsOf(node)) {
      const line = new RegExp(`^---@field ${name}\\?? .*`, "m");
      const described = text.split("\n").some((candidate) =>
        line.test(candidate) &&
        candidate.includes(field.field.description)
      );
      if (!described) missing.push(`${path}${name}`);
      walk(field.node, `${path}${name}.`);
    }
  };
  walk(PROFILE, "");
  assert.deepEqual(missing, []);
  assert.ok(seen.size > 50);
});

Deno.test("Lua types: each type that is named is described", async () => {
  const all = [printLuaTypes(), ...Object.values(await typeTexts())].join("\n");
  const described = new Set(
    [...all.matchAll(/@(?:class(?: \(exact\))?|alias) (insomnia\.\w+)/g)]
      .map(([, name]) => name),
  );
  const named = [...all.matchAll(/(?<![`\w"])insomnia\.[A-Z]\w+/g)]
    .map(([name]) => name);
  assert.ok(named.length > 40);
  assert.deepEqual(named.filter((name) => !described.has(name)), []);
});

/** Profiles that are wrong, and what the checker calls it. */
const WRONG: readonly (readonly [lua: string, code: RegExp])[] = [
  [`return profile { slug = "x" }`, /missing-fields/],
  [`return profile { model = 5 }`, /mismatch/],
  [`return profile { model = "x/y", scope = "workspace_admin" }`, /mismatch/],
  [
    `return profile { model = "x/y", worker = { max_turns = "many" } }`,
    /mismatch/,
  ],
  [
    `return profile { model = "x/y", worker = { max_turns = 0.5 } }`,
    /mismatch/,
  ],
  [
    `return profile { model = "x/y", worker = { temperature = "hot" } }`,
    /mismatch/,
  ],
  [
    `return profile { model = "x/y", session = { record_event_trace = "yes" } }`,
    /mismatch/,
  ],
  [
    `return profile { model = "x/y", permissions = { default_action = "maybe" } }`,
    /mismatch/,
  ],
  [
    `return profile { model = "x/y", skills = { directories = "skills" } }`,
    /mismatch/,
  ],
  [`return profile { model = "x/y", compaction = "long_coding" }`, /mismatch/],
  [
    `return profile { model = { ref = "x/y", auth = { kind = "password" } } }`,
    /mismatch/,
  ],
  [
    `local p = profile.import("builtin:default"); p.modle = "x/y"; return p`,
    /inject-field/,
  ],
  [
    `local p = profile.import("builtin:default"); p.web = "on"; return p`,
    /mismatch/,
  ],
  [
    `return profile { model = insomnia.models.catlog("x/y") }`,
    /undefined-field/,
  ],
  [
    `return profile { model = insomnia.models.catalog("x/y", { quality = "best" }) }`,
    /mismatch/,
  ],
  [`return profile { model = insomnia.models.catalog() }`, /missing-parameter/],
  [
    `local c = require("insomnia.compact"); return profile { model = "x/y", compaction = c.preset("long") }`,
    /mismatch/,
  ],
  [
    `local c = require("insomnia.compact"); return profile { model = "x/y", compaction = c.ratio { threshold = "half" } }`,
    /mismatch/,
  ],
  [
    `local m = require("insomnia.memory"); return profile { model = "x/y", memory = m.preset("huge") }`,
    /mismatch/,
  ],
  [
    `local s = require("insomnia.scope"); return profile { model = "x/y", scope = s.workspace_admin() }`,
    /undefined-field/,
  ],
  [
    `local s = require("insomnia.secrets"); return profile { model = { ref = "x/y", auth = s.env(5) } }`,
    /mismatch/,
  ],
  [
    `local t = require("insomnia.tools"); return profile { model = "x/y", permissions = t.policy("careless") }`,
    /mismatch/,
  ],
  [
    `return profile { model = "x/y", permissions = { rule = { { tool = "Bash", pattern = "*", action = "permit" } } } }`,
    /mismatch/,
  ],
  [
    `return profile { model = "x/y", permissions = insomnia.tools.rules("deny", { { "Bash", "git *", "maybe" } }) }`,
    /mismatch/,
  ],
  [
    `return profile { model = "x/y", compaction = { retention = "forever" } }`,
    /mismatch/,
  ],
  [
    `local p = profile.import("builtin:coder"); p.model.qualty = "high"; return p`,
    /inject-field/,
  ],
  [
    `local p = profile { model = "x/y" }; p.modle = "a"; return p`,
    /inject-field/,
  ],
  [
    `return profile { model = nil }`,
    /missing-fields|mismatch/,
  ],
  [
    `local m = require("insomnia.model"); return profile { model = m.catalog("x/y") }`,
    /./,
  ],
  [
    `return profile { model = insomnia.models.catalog("x/y", { auth = insomnia.secrets.reff("a") }) }`,
    /undefined-field/,
  ],
  [
    `return profil { model = "x/y" }`,
    /undefined-global/,
  ],
];

/** Right ones, beside all that the repository has. */
const RIGHT: readonly string[] = [
  `return profile { model = "x/y" }`,
  `local p = profile.import("builtin:default"); p.web = nil; p.permissions = { default_action = "deny" }; return p`,
  `local p = profile.import("builtin:default"); p.worker = p.worker or {}; p.worker.max_turns = 3; return profile(p)`,
  `local p = profile.import("builtin:reviewer"); table.insert(p.permissions.rule, { tool = "Bash", pattern = "*", action = "deny" }); return p`,
  `return profile { model = "x/y", worker = { reasoning = insomnia.reasoning.ratio(0.1), stop_sequences = { "x" } } }`,
  `return profile { model = "x/y", web = insomnia.web.brave { api_key_env = "X", fetch = { timeout_secs = 3 } } }`,
  `return profile { model = "x/y", permissions = insomnia.tools.rules("ask", { { "Bash", "git *", "allow" } }) }`,
  `return profile { model = "x/y", slug = "a", description = "b", role = "coder" }`,
  `return profile { model = { ref = "x/y", quality = "max", context_budget = "large" } }`,
  `return profile { model = { ref = "x/y", context_budget = 0.5 } }`,
  `return profile { model = insomnia.models.catalog("x/y", { quality = "low", auth = insomnia.secrets.env("A") }) }`,
  `return profile { model = "x/y", worker = { reasoning = 4096, temperature = 0.5, top_p = 1, max_turns = 4 } }`,
  `return profile { model = "x/y", scope = { intent = "workspace_write" } }`,
  `return profile { model = "x/y", compaction = insomnia.compact.preset("frugal", { model = "a/b", retention = "long" }) }`,
  `return profile { model = "x/y", compaction = insomnia.compact.ratio { threshold = 0.5, request = 0.7, retained_tokens = 100 } }`,
  `return profile { model = "x/y", memory = insomnia.memory.preset("light", { language = "English" }) }`,
  `return profile { model = "x/y", web = insomnia.web.brave { api_key_secret = "a.b" } }`,
  `return profile { model = "x/y", permissions = { default_action = "ask", rule = { { tool = "Read", pattern = "*", action = "allow" } } } }`,
  `local w = insomnia.models.context_window("x/y"); return profile { model = "x/y", compaction = insomnia.compact.tokens { threshold = w // 2, request_threshold = w * 3 // 4 } }`,
  `local i = insomnia.models.info("x/y"); return profile { model = "x/y", description = "on " .. i.ref }`,
  `for _, ref in ipairs(insomnia.models.refs()) do if ref:find("sonnet") then return profile { model = ref } end end return profile { model = "x/y" }`,
  `local r = {} for _, tool in ipairs { "Read", "Glob" } do r[#r + 1] = { tool, "*", "allow" } end return profile { model = "x/y", permissions = insomnia.tools.rules("deny", r) }`,
];

/** What the checker says of each file, by its name. */
async function check(folder: string): Promise<Map<string, string>> {
  const { stdout } = await new Deno.Command("emmylua_check", {
    args: [folder, "--output-format", "json"],
  }).output();
  const text = new TextDecoder().decode(stdout);
  const files: {
    readonly file: string;
    readonly diagnostics: readonly {
      readonly code: string;
      readonly severity: number;
    }[];
  }[] = JSON.parse(text.slice(text.indexOf("[")));
  return new Map(files.map(({ file, diagnostics }) => [
    file.slice(file.lastIndexOf(`${folder}/`) + folder.length + 1),
    diagnostics.filter(({ severity }) => severity <= 2)
      .map(({ code }) => code).join(" "),
  ]));
}

/** The profiles of the repository that are meant to be right. */
async function ownProfiles(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const roots = ["resources/profiles", "docs/fixtures", "tests/examples"];
  for (const path of await listFiles(repositoryPath(""), roots)) {
    if (!path.endsWith(".lua") || path.endsWith("/broken.lua")) continue;
    found[`own/${path}`] = await Deno.readTextFile(repositoryPath(path));
  }
  return found;
}

Deno.test({
  name:
    "Lua types: a checker underlines what is wrong, and nothing that is right",
  // Said as ignored where the checker is not there.
  ignore: !hasPrograms("emmylua_check"),
  fn: async () => {
    const own = await ownProfiles();
    assert.ok(Object.keys(own).length > 15);
    const folder = await Deno.realPath(folderWith({
      ...own,
      ...Object.fromEntries(RIGHT.map((lua, at) => [`right/${at}.lua`, lua])),
      ...Object.fromEntries(WRONG.map(([lua], at) => [`wrong/${at}.lua`, lua])),
    }));
    const { code, error } = await runCli(["init"], { cwd: folder });
    assert.equal(code, 0, error);
    const said = await check(folder);
    for (const [at, [lua, wanted]] of WRONG.entries()) {
      assert.match(said.get(`wrong/${at}.lua`) ?? "nothing", wanted, lua);
      said.delete(`wrong/${at}.lua`);
    }
    assert.deepEqual([...said].filter(([, codes]) => codes !== ""), []);

    const team = await Deno.realPath(folderWith());
    await runCli(["init", "--roles"], { cwd: team });
    const ofTeam = await check(team);
    assert.deepEqual([...ofTeam].filter(([, codes]) => codes !== ""), []);
  },
});
