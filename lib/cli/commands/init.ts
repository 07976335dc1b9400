import { printJson } from "../../base/print_json.ts";
import { EXIT } from "../../base/diagnostic_codes.ts";
import { printTable } from "../../print/print_table.ts";
import { wrapText } from "../../print/wrap_text.ts";
import type { CommandContext } from "../command.ts";
import { workspaceOf } from "../launch_options.ts";
import { editorFiles, TYPES_FOLDER } from "../scaffold/editor_files.ts";
import { EDITOR_SETTINGS, projectFiles } from "../scaffold/project_files.ts";
import { writeFiles, type WrittenFile } from "../scaffold/write_files.ts";

/** What each file is for, in the table of what was done. */
const SAYS: Readonly<Record<string, string>> = {
  ".insomnia/profiles.toml": "the registry: names the profiles",
  ".insomnia/profiles/coder.lua": "profile: writes code",
  ".insomnia/profiles/orchestrator.lua": "profile: splits and delegates work",
  ".insomnia/profiles/reviewer.lua": "profile: reviews changes",
  ".insomnia/profiles/shared/models.lua": "module: the models of all roles",
  [EDITOR_SETTINGS[0]]: "settings of the Lua language server",
  ".github/workflows/profiles.yml": "checks the profiles in CI",
};

/** The next steps. */
const NEXT: readonly (readonly [string, string])[] = [
  ["  insomnia-profile list", "the profiles you can choose"],
  ["  insomnia-profile check", "report every problem"],
  ["  insomnia-profile new", "choose a profile and create a Pod"],
];

/** `init`: begins a project; what is there stays as it is. */
export async function init(
  { args: { flags }, system, terminal }: CommandContext,
): Promise<number> {
  const folder = workspaceOf(flags, system);
  const choice = {
    roles: flags.roles ?? false,
    ...flags.ci === "github" && { ci: "github" as const },
  };
  const written = await writeFiles(
    await projectFiles(choice),
    folder,
    system,
    { owned: false },
  );
  const types = await writeFiles(await editorFiles(), folder, system, {
    owned: true,
  });
  terminal.out.write(
    flags.format === "json"
      ? printJson([...written, ...types])
      : told(written, types, terminal.out.columns()),
  );
  return EXIT.done;
}

/**
 * What to add to a registry that was there, so that the profiles written beside
 * it can be chosen by their names; empty where there is nothing to add.
 */
function unnamed(
  files: readonly WrittenFile[],
  width: number | undefined,
): string {
  const [registry, ...others] = files;
  const lines = others.flatMap(({ path, became }) => {
    const [, name] = /^\.insomnia\/profiles\/(\w+)\.lua$/.exec(path) ?? [];
    return name !== undefined && became === "written"
      ? [`  ${name} = "profiles/${name}.lua"\n`]
      : [];
  });
  if (registry?.became !== "kept" || lines.length === 0) return "";
  const text =
    `${registry.path} is unchanged; to name the new profiles, add below [profile]:`;
  return `${wrapText(text, width).join("\n")}\n${lines.join("")}\n`;
}

function told(
  files: readonly WrittenFile[],
  types: readonly WrittenFile[],
  width: number | undefined,
): string {
  const changed = types.some(({ became }) => became === "written");
  const rows = [
    ...files.map(({ path, became }) => [
      became === "written" ? "wrote" : "kept",
      path,
      became === "kept" ? "unchanged: it exists already" : SAYS[path] ?? "",
    ]),
    [
      changed ? "wrote" : "kept",
      `${TYPES_FOLDER}/`,
      "types and schemas for editors",
    ],
  ];
  return `${printTable(rows, { width })}\n${unnamed(files, width)}next:\n${
    printTable(NEXT, { width })
  }`;
}
