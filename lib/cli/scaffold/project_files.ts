import { REPOSITORY } from "../../base/repository.ts";
import { VERSION } from "../../base/version.ts";
import { initText } from "../../resources/builtin_resources.ts";

/** The choices of `init`. */
export interface ScaffoldChoice {
  /** A profile for each role, with a module that they share. */
  readonly roles: boolean;
  /** A workflow that checks the profiles. */
  readonly ci?: "github" | undefined;
}

/** Where a file goes in the project, and its text in `resources/init`. */
type Placed = readonly [path: string, text: string];

const ONE_PROFILE: readonly Placed[] = [
  [".insomnia/profiles.toml", "profiles.toml"],
  [".insomnia/profiles/coder.lua", "coder.lua"],
];

const ROLES: readonly Placed[] = [
  [".insomnia/profiles.toml", "roles/profiles.toml"],
  [".insomnia/profiles/orchestrator.lua", "roles/orchestrator.lua"],
  [".insomnia/profiles/coder.lua", "roles/coder.lua"],
  [".insomnia/profiles/reviewer.lua", "roles/reviewer.lua"],
  [".insomnia/profiles/shared/models.lua", "roles/shared/models.lua"],
];

/** The configuration file of the Lua language server. */
export const EDITOR_SETTINGS: Placed = [".luarc.json", "luarc.json"];

const WORKFLOW: Placed = [".github/workflows/profiles.yml", "github.yml"];

/** The files of a project that belong to its people, by their path in it. */
export async function projectFiles(
  { roles, ci }: ScaffoldChoice,
): Promise<Readonly<Record<string, string>>> {
  const placed = [
    ...roles ? ROLES : ONE_PROFILE,
    EDITOR_SETTINGS,
    ...ci === "github" ? [WORKFLOW] : [],
  ];
  return Object.fromEntries(
    await Promise.all(placed.map(async ([path, name]) => [
      path,
      (await initText(name))
        .replaceAll("@VERSION@", VERSION)
        .replaceAll("@REPOSITORY@", REPOSITORY),
    ])),
  );
}
