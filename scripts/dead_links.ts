import { posix } from "node:path";

/**
 * Links between Markdown documents that lead nowhere: to a file that is not
 * there, or to a heading that the file does not have.
 *
 * @param texts path to text, of every document
 * @param exists whether a path of the repository is there
 */
export function deadLinks(
  texts: Readonly<Record<string, string>>,
  exists: (path: string) => boolean,
): string[] {
  return Object.entries(texts).flatMap(([file, text]) =>
    [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => {
      if (/^[a-z]+:/.test(target!)) return [];
      const [path, heading] = target!.split("#");
      const there = path === "" ? file : posix.join(posix.dirname(file), path!);
      if (!exists(there)) return [`${file}: no file for the link ${target}`];
      const known = texts[there];
      if (!heading || known === undefined || anchors(known).has(heading)) {
        return [];
      }
      return [`${file}: no heading for the link ${target}`];
    })
  );
}

/** The names under which headings can be linked to. */
function anchors(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)];
  return new Set(
    headings.map(([, heading]) =>
      heading!.toLowerCase().replace(/[^\w\- ]/g, "").replaceAll(" ", "-")
    ),
  );
}
