import { EXIT } from "../../base/diagnostic_codes.ts";
import { VERSION } from "../../base/version.ts";
import type { CommandContext } from "../command.ts";

/** The language that profiles are written in. */
const LUA = "lua 5.4";

/**
 * `--version`: the program first, then what it is made of; with `--verbose`
 * each part with its licence.
 */
export async function version(
  { args: { flags }, terminal }: CommandContext,
): Promise<number> {
  // "Deno/2.9.6": also inside the executable.
  const runtime = navigator.userAgent.replace("/", " ").toLowerCase();
  terminal.out.write(
    `insomnia-profile ${VERSION} (${runtime}, ${LUA})\n` +
      (flags.verbose ? await parts() : ""),
  );
  return EXIT.done;
}

async function parts(): Promise<string> {
  const { licenseNotices } = await import(
    "../../resources/license_notices.ts"
  );
  const { licenseLine } = await import("./licenses.ts");
  const lines = (await licenseNotices()).map((notice) =>
    `  ${notice.in}: ${licenseLine(notice)}\n`
  );
  return `${lines.join("")}their licences in full: insomnia-profile licenses\n`;
}
