import assert from "node:assert/strict";
import { helpText } from "../../lib/base/diagnostic_help.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import { discoverProfiles } from "../../lib/registry/discover_profiles.ts";
import type { ProfileRegistry } from "../../lib/registry/profile_registry.ts";
import { requireFile } from "../../lib/registry/require_file.ts";
import {
  type ChosenProfile,
  selectProfile,
} from "../../lib/registry/select_profile.ts";
import { parseSelector } from "../../lib/selector/parse_selector.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { exampleSystem } from "../examples.ts";

const EXAMPLES = await discover();

function discover(files?: Record<string, string>): Promise<ProfileRegistry> {
  return discoverProfiles({
    system: exampleSystem(files ? { files } : {}),
    workspace: "/team",
  });
}

function select(
  text: string,
  registry = EXAMPLES,
  registryOnly = false,
): ChosenProfile {
  return selectProfile(parseSelector(text), registry, {
    base: "/team",
    registryOnly,
  });
}

/** What was chosen in one line, or the code it was refused with. */
function answer(text: string, registry = EXAMPLES, registryOnly = false) {
  try {
    const chosen = select(text, registry, registryOnly);
    if (chosen.kind === "registry") return chosen.entry.qualifiedName;
    return chosen.kind === "path" ? chosen.path : chosen.kind;
  } catch (error) {
    assert(error instanceof ProfileError, String(error));
    return `${error.code} ${error.exitCode}`;
  }
}

for (
  const [text, expected] of [
    ["default", "project:coder"],
    ["project:coder", "project:coder"],
    ["builtin:coder", "builtin:coder"],
    ["builtin:default", "builtin:default"],
    ["night", "user:night"],
    ["thrifty", "project:thrifty"],
    ["fast", "builtin:fast"],
    ["-", "stdin"],
    ["./x.lua", "/team/x.lua"],
    ["../x.json", "/x.json"],
    ["/abs/x.lua", "/abs/x.lua"],
    ["path:x.lua", "/team/x.lua"],
    ["coder", "profile-ambiguous 3"],
    ["reviewer", "profile-ambiguous 3"],
    ["codr", "profile-unknown 3"],
    ["user:coder", "profile-unknown 3"],
    ["project:lost", "profile-missing 3"],
    ["lost", "profile-missing 3"],
    ["project:legacy", "profile-unsupported 3"],
    ["x.nix", "profile-unsupported 3"],
    ["./x.txt", "profile-unsupported 3"],
    ["path:x", "profile-unsupported 3"],
    ["./_base.lua", "profile-unsupported 3"],
  ] as const
) {
  Deno.test(`selectProfile: ${text} in the examples`, () => {
    assert.equal(answer(text), expected);
  });
}

for (
  const [text, expected] of [
    ["-", "selector-refused 3"],
    ["./x.lua", "selector-refused 3"],
    ["path:x.lua", "selector-refused 3"],
    ["x.nix", "selector-refused 3"],
    ["default", "project:coder"],
    ["night", "user:night"],
    ["project:coder", "project:coder"],
  ] as const
) {
  Deno.test(`selectProfile: ${text} from the registry only`, () => {
    assert.equal(answer(text, EXAMPLES, true), expected);
  });
}

for (
  const [text, message, help] of [
    [
      "reviewer",
      /`builtin:reviewer` or `user:reviewer` or `project:reviewer`/,
      /with its source/,
    ],
    [
      "codr",
      /there is no profile `codr`$/,
      /did you mean `builtin:coder` or `project:coder`\?/,
    ],
    [
      "project:codr",
      /there is no profile `project:codr`$/,
      /did you mean `project:coder` or `builtin:coder`\?/,
    ],
    ["user:coder", /no profile `user:coder`$/, /`project:coder`/],
    ["zzz", /`zzz`/, /profiles: builtin:default, .*project:thrifty$/],
    ["project:lost", /no such file/, /\/team\/\.insomnia\/profiles\/lost\.lua/],
    [
      "project:legacy",
      /Nix/,
      /nix eval --json --file legacy\.nix \| insomnia-profile -/,
    ],
    [
      "a/x.nix",
      /`a\/x\.nix`/,
      /nix eval --json --file x\.nix \| insomnia-profile -/,
    ],
    ["./_base.lua", /begins with `_`/, /require\("_base"\)/],
  ] as const
) {
  Deno.test(`selectProfile: says how to go on after ${text}`, () => {
    assert.throws(() => select(text), (error) => {
      assert(error instanceof ProfileError);
      assert.match(error.message, message);
      assert.match(helpText(error.diagnostics[0]!) ?? "", help);
      return true;
    });
  });
}

Deno.test("selectProfile: a source without a registry file is named", async () => {
  const registry = await discoverProfiles({
    system: memorySystem(),
    workspace: "/",
  });
  assert.throws(() => select("project:x", registry), {
    message: "there is no profile `project:x`: there is no " +
      "`.insomnia/profiles.toml` at or above the workspace",
  });
  assert.throws(
    () => select("user:x", registry),
    /no `profiles.toml` in the config directory/,
  );
});

// What depends on a file that cannot be used is refused, nothing else.
const BROKEN_PROJECT = await discover({
  "/team/.insomnia/profiles.toml": 'default = "coder"\nnonsense = 1\n',
});
const BROKEN_USER = await discover({
  "/home/.config/insomnia/profiles.toml": "=",
});
for (
  const [name, registry, rows] of [
    ["the project's", BROKEN_PROJECT, [
      ["default", "registry-invalid 5"],
      ["fast", "registry-invalid 5"],
      ["night", "registry-invalid 5"],
      ["project:coder", "registry-invalid 5"],
      ["builtin:coder", "builtin:coder"],
      ["user:night", "user:night"],
      ["user:nigth", "profile-unknown 3"],
      ["./x.lua", "/team/x.lua"],
      ["-", "stdin"],
    ]],
    ["the user's", BROKEN_USER, [
      ["default", "project:coder"],
      ["thrifty", "registry-syntax 5"],
      ["user:night", "registry-syntax 5"],
      ["project:coder", "project:coder"],
      ["builtin:default", "builtin:default"],
    ]],
  ] as const
) {
  for (const [text, expected] of rows) {
    Deno.test(`selectProfile: ${text} when ${name} registry is broken`, () => {
      assert.equal(answer(text, registry), expected);
    });
  }
}

Deno.test("selectProfile: a dangling default is raised only when it is needed", async () => {
  const registry = await discover({
    "/team/.insomnia/profiles.toml": 'default = "gone"\n',
  });
  assert.equal(answer("default", registry), "default-dangling 3");
  assert.equal(answer("night", registry), "user:night");
  assert.throws(() => select("default", registry), (error) => {
    assert(error instanceof ProfileError);
    assert.equal(error.diagnostics[0]!.source?.line, 1);
    return true;
  });
});

Deno.test("requireFile: a path has to be a file", async () => {
  const system = memorySystem({
    files: { "/ws/a.lua": "", "/ws/d.lua/x": "" },
  });
  const path = (path: string) => requireFile(system, { kind: "path", path });
  await path("/ws/a.lua");
  await requireFile(system, { kind: "stdin" });
  await assert.rejects(path("/ws/none.lua"), {
    code: "profile-missing",
    message: "there is no file `/ws/none.lua`",
  });
  await assert.rejects(path("/ws/d.lua"), {
    code: "profile-missing",
    message: "`/ws/d.lua` is a directory, not a profile",
  });
});
