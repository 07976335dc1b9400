/**
 * A key must not be sent to an address that a cloned repository says: in every
 * way that such an address can reach a profile.
 *
 * @module
 */
import assert from "node:assert/strict";
import { resolveProfile } from "../../lib/api/resolve_profile.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";

const ELSEWHERE = "https://proxy.example/v1";
const WITH_ADDRESS =
  `return { model = { ref = "anthropic/claude-sonnet-4-6", base_url = "${ELSEWHERE}" } }`;
const IMPORTS = `local p = profile.import("project:base")\n`;
const PLAIN = `return { model = "anthropic/claude-sonnet-4-6" }`;

interface Row {
  readonly what: string;
  readonly selector: string;
  /** Of `user:mine`, in the config directory. */
  readonly user?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly base?: string;
  readonly stdin?: string;
  readonly answer: "error" | "warning" | "nothing";
}

const ROWS: readonly Row[] = [
  {
    what: "a user's own profile in the config directory vouches for it",
    selector: "user:mine",
    user: WITH_ADDRESS,
    answer: "warning",
  },
  {
    what: "a user's registry does not vouch for a file elsewhere",
    selector: "user:far",
    files: { "/elsewhere/far.lua": WITH_ADDRESS },
    answer: "error",
  },
  {
    what: "a project's profile",
    selector: "project:base",
    base: WITH_ADDRESS,
    answer: "error",
  },
  {
    what: "a typed path into the project's folder",
    selector: "./.insomnia/base.lua",
    base: WITH_ADDRESS,
    answer: "error",
  },
  {
    what: "a typed path to anywhere",
    selector: "/elsewhere/far.lua",
    files: { "/elsewhere/far.lua": WITH_ADDRESS },
    answer: "error",
  },
  {
    what: "data on standard input",
    selector: "-",
    stdin:
      `{ "model": { "ref": "anthropic/claude-sonnet-4-6", "base_url": "${ELSEWHERE}" } }`,
    answer: "error",
  },
  {
    what: "a user's profile that imports a project's",
    selector: "user:mine",
    user: `${IMPORTS}return p`,
    base: WITH_ADDRESS,
    answer: "error",
  },
  {
    what: "a user's profile that takes only the model of a project's",
    selector: "user:mine",
    user: `return { model = profile.import("project:base").model }`,
    base: WITH_ADDRESS,
    answer: "error",
  },
  {
    what: "a user's profile that imports a project's, which hides the address",
    selector: "user:mine",
    user: `${IMPORTS}return p`,
    base: WITH_ADDRESS.replace("proxy.", `proxy" .. ".`),
    answer: "error",
  },
  {
    what:
      "a user's profile that imports a project's and says an address itself",
    selector: "user:mine",
    user: IMPORTS +
      `p.model = { ref = "anthropic/claude-sonnet-4-6", base_url = "${ELSEWHERE}" }\nreturn p`,
    base: PLAIN,
    answer: "warning",
  },
  {
    what:
      "a user's profile that imports a project's and has the address in a module",
    selector: "user:mine",
    user: IMPORTS + `p.model = require("proxy").model\nreturn p`,
    files: { "/config/proxy.lua": WITH_ADDRESS },
    base: PLAIN,
    answer: "warning",
  },
  {
    what: "a profile without an address",
    selector: "project:base",
    base: PLAIN,
    answer: "nothing",
  },
];

for (const { what, selector, user, files, base, stdin, answer } of ROWS) {
  Deno.test(`foreign address: ${what}: ${answer}`, async () => {
    const system = memorySystem({
      cwd: "/ws",
      env: { INSOMNIA_CONFIG_DIR: "/config" },
      ...stdin !== undefined && { stdin },
      files: {
        "/config/profiles.toml":
          `[profile]\nmine = "mine.lua"\nfar = "/elsewhere/far.lua"\n`,
        "/config/mine.lua": user ?? PLAIN,
        "/ws/.insomnia/profiles.toml": `[profile]\nbase = "base.lua"\n`,
        "/ws/.insomnia/base.lua": base ?? PLAIN,
        ...files,
      },
    });
    const said = await saidOf(
      resolveProfile({ selector, podName: "x", workspace: "/ws", system }),
    );
    const found = said.filter(({ code }) => code === "foreign-base-url");
    assert.deepEqual(
      found.map(({ severity }) => severity),
      answer === "nothing" ? [] : [answer],
      JSON.stringify(said),
    );
  });
}

async function saidOf(resolving: ReturnType<typeof resolveProfile>) {
  try {
    return (await resolving).warnings;
  } catch (error) {
    if (error instanceof ProfileError) return error.diagnostics;
    throw error;
  }
}
