import { printJson } from "../../base/print_json.ts";
import { EXIT } from "../../base/diagnostic_codes.ts";
import { VERSION } from "../../base/version.ts";
import {
  type LicenseNotice,
  licenseNotices,
} from "../../resources/license_notices.ts";
import type { CommandContext } from "../command.ts";

const RULE = "-".repeat(78);

/** Where a part is, to complete a sentence that begins with the part. */
const PLACES: Readonly<Record<LicenseNotice["in"], string>> = {
  "Lua machine": "in the Lua machine that runs profiles",
  "npm package": "an npm package",
  "executable":
    "the runtime, in the executable; its own parts: https://github.com/denoland/deno",
};

/** `licenses`: what others wrote in this program, with their licences. */
export async function licenses(
  { args: { flags }, terminal }: CommandContext,
): Promise<number> {
  const notices = await licenseNotices();
  terminal.out.write(
    flags.format === "json" ? printJson(notices) : asText(notices),
  );
  return EXIT.done;
}

function asText(notices: readonly LicenseNotice[]): string {
  const sections = notices.map((notice) =>
    `${RULE}\n${licenseLine(notice)}\n${
      PLACES[notice.in]
    }\n${RULE}\n\n${notice.text.trim()}\n`
  );
  return `insomnia-profile ${VERSION} is under the MIT licence. It contains what\nothers wrote, under their licences:\n\n${
    sections.join("\n\n")
  }`;
}

/** `zod 4.6.7 (MIT)`. */
export function licenseLine(
  { name, version, license }: LicenseNotice,
): string {
  return `${name}${version ? ` ${version}` : ""} (${license})`;
}
