import { EXIT } from "../../base/diagnostic_codes.ts";
import type { CommandContext } from "../command.ts";
import { workspaceOf } from "../launch_options.ts";
import { editorFiles, TYPES_FOLDER } from "../scaffold/editor_files.ts";
import { EDITOR_SETTINGS } from "../scaffold/project_files.ts";
import { initText } from "../../resources/builtin_resources.ts";
import { writeFiles } from "../scaffold/write_files.ts";

/** `types`: writes what editors read to know profiles, anew for this version. */
export async function types(
  { args: { flags }, system, terminal }: CommandContext,
): Promise<number> {
  const folder = workspaceOf(flags, system);
  const own = await writeFiles(await editorFiles(), folder, system, {
    owned: true,
  });
  const [path, name] = EDITOR_SETTINGS;
  const settings = await initText(name);
  const [written] = await writeFiles({ [path]: settings }, folder, system, {
    owned: false,
  });
  const changed = own.filter(({ became }) => became === "written").length;
  terminal.out.write([
    `${TYPES_FOLDER}/  ${changed} of ${own.length} files written\n`,
    written?.became === "kept"
      ? `${path}  kept as it is; to know the types it needs "workspace.library": ["${TYPES_FOLDER}"]\n`
      : `${path}  ${written?.became === "same" ? "as it was" : "written"}\n`,
  ].join(""));
  return EXIT.done;
}
