import { DIAGNOSTIC_CODES } from "../../lib/base/diagnostic_codes.ts";
import {
  type ErrorEntry,
  type Example,
  readErrorGuide,
} from "./error_guide.ts";
import { markdownTable } from "./markdown_table.ts";
import { runCommand } from "./run_command.ts";

/** Every code in one table: what it means and where an error of it leads. */
export function errorIndex(toml: string): string {
  return markdownTable(
    ["code", "meaning", "exit code"],
    readErrorGuide(toml).map(({ code, meaning }) => [
      `[\`${code}\`](#${code})`,
      meaning,
      String(DIAGNOSTIC_CODES[code]),
    ]),
  );
}

/** Every code in full, with what its wrong example really prints. */
export async function errorEntries(toml: string): Promise<string> {
  const parts: string[] = [];
  let group = "";
  for (const entry of readErrorGuide(toml)) {
    if (entry.group !== group) parts.push(`## ${entry.group}`);
    group = entry.group;
    parts.push(await section(entry));
  }
  return parts.join("\n\n");
}

async function section(entry: ErrorEntry): Promise<string> {
  const parts = [
    `### ${entry.code}`,
    entry.meaning,
    entry.cause,
    `**What to do.** ${entry.fix}`,
  ];
  if (entry.wrong) parts.push("Wrong:", fence(entry.wrong));
  if (entry.wrong) {
    const { both } = await runCommand(entry.wrong.command, entry.wrong.files);
    parts.push(`\`\`\`text\n${both.trimEnd()}\n\`\`\``);
  }
  if (entry.right) parts.push("Right:", fence(entry.right));
  return parts.join("\n\n");
}

function fence({ language, text }: Example): string {
  // `deno fmt` would put a wrong comma right in a block of json.
  const named = language === "json" ? "json5" : language;
  return `\`\`\`${named}\n${text}\n\`\`\``;
}
