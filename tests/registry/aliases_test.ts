import assert from "node:assert/strict";
import { helpText } from "../../lib/base/diagnostic_help.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import { discoverProfiles } from "../../lib/registry/discover_profiles.ts";
import type { ProfileRegistry } from "../../lib/registry/profile_registry.ts";
import { selectProfile } from "../../lib/registry/select_profile.ts";
import { parseSelector } from "../../lib/selector/parse_selector.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";

const USER = "/home/.config/insomnia/profiles.toml";
const PROJECT = "/ws/.insomnia/profiles.toml";

interface Texts {
  readonly user?: string;
  readonly project?: string;
}

function discover({ user, project }: Texts): Promise<ProfileRegistry> {
  const system = memorySystem({
    files: {
      "/home/.config/insomnia/a.lua": "return {}",
      "/ws/.insomnia/a.lua": "return {}",
      ...user !== undefined && { [USER]: user },
      ...project !== undefined && { [PROJECT]: project },
    },
    env: { HOME: "/home" },
    cwd: "/ws",
  });
  return discoverProfiles({ system, workspace: "/ws" });
}

/** What was chosen, or the code, the message and the help of the refusal. */
async function answer(
  text: string,
  texts: Texts,
  options: { readonly aliases?: boolean } = {},
): Promise<
  { chosen?: string; code?: string; message?: string; help?: string }
> {
  try {
    const chosen = selectProfile(parseSelector(text), await discover(texts), {
      base: "/ws",
      ...options,
    });
    assert.equal(chosen.kind, "registry");
    return {
      chosen: chosen.kind === "registry" ? chosen.entry.qualifiedName : "",
    };
  } catch (error) {
    assert(error instanceof ProfileError, String(error));
    const [diagnostic] = error.diagnostics;
    assert(diagnostic);
    const help = helpText(diagnostic);
    const { code, message } = diagnostic;
    return { code, message, ...help !== undefined && { help } };
  }
}

const ENTRY = `[profile]\ncoder = "a.lua"\nmine = "a.lua"\n`;
const to = (name: string) => `[alias]\ncoder = "${name}"\n`;

const CHOICES: readonly (readonly [what: string, Texts, chosen: string])[] = [
  [
    "of a project wins over builtin names and its own",
    { project: ENTRY + to("project:mine") },
    "project:mine",
  ],
  [
    "of a project settles what would be ambiguous",
    { project: ENTRY + to("project:coder") },
    "project:coder",
  ],
  [
    "of a project may mean a builtin profile",
    { project: ENTRY + to("builtin:coder") },
    "builtin:coder",
  ],
  [
    "of a user wins over builtin names and the user's own",
    { user: ENTRY + to("user:mine") },
    "user:mine",
  ],
  [
    "of a user wins over what the project calls so",
    { user: ENTRY + to("user:coder"), project: ENTRY },
    "user:coder",
  ],
  [
    "of both that mean one entry are no ambiguity",
    { user: to("project:mine"), project: ENTRY + to("project:mine") },
    "project:mine",
  ],
  [
    "of a user that agrees with the project's settles a user's entry",
    {
      user: ENTRY + to("project:coder"),
      project: ENTRY + to("project:coder"),
    },
    "project:coder",
  ],
];

for (const [what, texts, chosen] of CHOICES) {
  Deno.test(`selectProfile: an alias ${what}`, async () => {
    assert.deepEqual(await answer("coder", texts), { chosen });
  });
}

const AMBIGUOUS: readonly (readonly [
  what: string,
  Texts,
  names: string,
  line: string | undefined,
])[] = [
  [
    "builtin and project: the project can say it",
    { project: ENTRY },
    "`builtin:coder` or `project:coder`",
    `[alias]\` in \`${PROJECT}\`: \`coder = "project:coder"\``,
  ],
  [
    "builtin and user: the user can say it",
    { user: ENTRY },
    "`builtin:coder` or `user:coder`",
    `[alias]\` in \`${USER}\`: \`coder = "user:coder"\``,
  ],
  [
    "all three: the user has the last word",
    { user: ENTRY, project: ENTRY },
    "`builtin:coder` or `user:coder` or `project:coder`",
    `[alias]\` in \`${USER}\`: \`coder = "user:coder"\``,
  ],
  [
    "a project's alias never wins over a user's entry",
    { user: ENTRY, project: ENTRY + to("project:coder") },
    "`project:coder` or `user:coder`",
    `[alias]\` in \`${USER}\`: \`coder = "project:coder"\``,
  ],
  [
    "a project's alias never wins over a user's alias",
    { user: to("builtin:fast"), project: ENTRY + to("project:coder") },
    "`builtin:fast` or `project:coder`",
    undefined,
  ],
];

for (const [what, texts, names, line] of AMBIGUOUS) {
  Deno.test(`selectProfile: ambiguous, ${what}`, async () => {
    const { code, message, help } = await answer("coder", texts);
    assert.equal(code, "profile-ambiguous");
    assert.equal(message, `\`coder\` is ambiguous: it can be ${names}`);
    assert.equal(
      help,
      "write the one you mean, with its source" +
        (line === undefined ? "" : `; to settle it, add below \`${line}`),
    );
  });
}

Deno.test("selectProfile: the line that an ambiguity offers settles it", async () => {
  for (const [, texts, , line] of AMBIGUOUS) {
    if (line === undefined) continue;
    const [, file, text] = /in `(.*)`: `(.*)`$/.exec(line)!;
    const added = `\n[alias]\n${text}\n`;
    const { user = "", project = "" } = texts;
    const { chosen } = await answer("coder", {
      ...texts,
      ...file === USER ? { user: user + added } : { project: project + added },
    });
    assert.equal(chosen, /"(.*)"/.exec(text!)![1], line);
  }
});

Deno.test("selectProfile: an alias has no qualified form, and its error says so", async () => {
  const project =
    `[profile]\nmine = "a.lua"\n[alias]\ncoder = "project:mine"\n`;
  assert.deepEqual(await answer("project:coder", { project }), {
    code: "profile-unknown",
    message: "there is no profile `project:coder`, only an alias",
    help: "write `coder`, which means `project:mine`",
  });
});

Deno.test("selectProfile: the imports of a profile know no alias", async () => {
  const texts = { project: ENTRY + to("project:mine") };
  const { code } = await answer("coder", texts, { aliases: false });
  assert.equal(code, "profile-ambiguous");
});

Deno.test("selectProfile: an alias is suggested for a word like it", async () => {
  const project = `[profile]\nx = "a.lua"\n[alias]\nwriter = "project:x"\n`;
  const { help } = await answer("writter", { project });
  assert.equal(help, "did you mean `writer`?");
});

Deno.test("discoverProfiles: an alias that names nothing is an error with its place, and means nothing else", async () => {
  const texts = {
    project: `[profile]\nx = "a.lua"\n[alias]\ncoder = "project:y"\n`,
  };
  const { problems, aliases } = await discover(texts);
  assert.deepEqual(problems.map(({ code, source }) => [code, source]), [[
    "alias-dangling",
    { file: PROJECT, line: 4, column: 9, length: 11 },
  ]]);
  assert.deepEqual(aliases, [{
    name: "coder",
    declaredBy: "project",
    selector: { kind: "registry", source: "project", name: "y" },
    problem: problems[0],
  }]);
  // Not the builtin profile of that name.
  assert.equal((await answer("coder", texts)).code, "alias-dangling");
});

Deno.test("discoverProfiles: a user's alias for a project's profile is no problem of another project", async () => {
  const texts = {
    user: to("project:coder"),
    project: `[profile]\nx = "a.lua"\n`,
  };
  const { problems, aliases } = await discover(texts);
  assert.deepEqual(problems, []);
  assert.equal(aliases[0]!.problem?.code, "alias-dangling");
  assert.equal((await answer("coder", texts)).code, "alias-dangling");
});

Deno.test("discoverProfiles: of a broken registry no alias is said to name nothing", async () => {
  const { problems } = await discover({
    user: to("project:coder"),
    project: "]",
  });
  assert.deepEqual(problems.map(({ code }) => code), ["registry-syntax"]);
});

const INVALID:
  readonly (readonly [line: string, message: RegExp, help: RegExp])[] = [
    [
      `coder = "other"`,
      /must name a profile with its registry: `other` does not$/,
      /^write `coder = "project:other"`.*never means another alias$/,
    ],
    [
      `coder = "./x.lua"`,
      /`\.\/x\.lua` does not$/,
      /a file gets its name in `\[profile\]`/,
    ],
    [`coder = "system:x"`, /`system:x` does not$/, /"project:coder"/],
    [`coder = "project:"`, /`project:` does not$/, /"project:coder"/],
    [
      `coder = "project:x.lua"`,
      /`project:x\.lua` does not$/,
      /"project:coder"/,
    ],
    [
      `default = "project:x"`,
      /^`default` cannot be an alias: it always means/,
      /another name/,
    ],
    [
      `inherit = "project:x"`,
      /^`inherit` cannot be an alias: the word is reserved$/,
      /another name/,
    ],
  ];

for (const [line, message, help] of INVALID) {
  Deno.test(`discoverProfiles: refuses the alias ${line}`, async () => {
    const { problems } = await discover({ project: `[alias]\n${line}\n` });
    assert.equal(problems.length, 1);
    const [problem] = problems;
    assert.equal(problem!.code, "registry-invalid");
    assert.equal(problem!.source?.line, 2);
    assert.match(problem!.message, message);
    assert.match(problem!.help!, help);
  });
}

Deno.test("discoverProfiles: an alias is text under a name that a profile could have", async () => {
  for (
    const line of [`coder = 1`, `coder = { path = "x" }`, `"a b" = "project:x"`]
  ) {
    const { problems } = await discover({ project: `[alias]\n${line}\n` });
    assert.equal(problems.length, 1, line);
    assert.equal(problems[0]!.code, "registry-invalid", line);
  }
});
