import { EXIT } from "../../base/diagnostic_codes.ts";
import { visibleText } from "../../print/visible_text.ts";
import type { System } from "../../system/system.ts";
import type { Terminal } from "../../system/terminal.ts";
import { complete } from "./complete.ts";

/**
 * Answers a completion script. The last word it gives is what is typed so far
 * behind a `=`, because some shells cannot pass an empty word on. The answer
 * is a candidate a line, its description behind a tab; `:file` or `:directory`
 * alone on a line asks the shell to add paths.
 */
export async function answerShell(
  words: readonly string[],
  system: System,
  terminal: Terminal,
): Promise<number> {
  try {
    const { candidates, paths } = await complete(
      words.slice(0, -1).filter((word) => word !== ""),
      words.at(-1)?.slice(1) ?? "",
      system,
    );
    const lines = candidates.map(({ word, help = "" }) =>
      `${visibleText(word)}\t${visibleText(help)}\n`
    );
    terminal.out.write(lines.join("") + (paths ? `:${paths}\n` : ""));
  } catch {
    // The user is typing, so an error message would only get in the way.
  }
  return EXIT.done;
}
