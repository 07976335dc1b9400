import { licenseNotices } from "../../lib/resources/license_notices.ts";
import { markdownTable } from "./markdown_table.ts";

/** What others wrote, with the first line that names who. */
export async function licenceTable(): Promise<string> {
  const notices = await licenseNotices();
  return markdownTable(
    ["part", "in", "licence", "holder"],
    notices.map(({ name, version = "", license, text, ...notice }) => [
      `${name} ${version}`.trim(),
      notice.in,
      license,
      holder(text),
    ]),
  );
}

function holder(text: string): string {
  const line = text.split("\n").find((line) =>
    /^\s*Copyright (?!\[)/.test(line)
  );
  return line?.trim() ?? "its contributors";
}
