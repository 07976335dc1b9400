/** Where the parts of a document that are not written by hand come from. */
export interface Sources {
  /** What a command prints, in a world that a document goes on with. */
  readonly run: (
    command: string,
    world: string | undefined,
  ) => Promise<{ readonly out: string; readonly both: string }>;
  /** The text of a file that is shown; `undefined`: there is none. */
  readonly file: (path: string) => string | undefined;
  /** Markdown made from the program; `undefined`: nothing of that name. */
  readonly made: (name: string) => string | Promise<string> | undefined;
}

const FENCED =
  /<!-- (run|file)(?: in (\w+))?(?:, (first \d+ lines|lines \d+-\d+))?: (.+?) -->\n\n*```(\w*)\n([\s\S]*?)```/g;

const MADE = /<!-- made: (.+?) -->\n[\s\S]*?<!-- end -->/g;

/**
 * Fills every marked part of a Markdown document anew:
 *
 * - `<!-- run: insomnia-profile list -->` before a fenced block: what the
 *   command prints. In a `console` block the command stands above it and both
 *   streams are shown; in any other, standard output alone.
 *   `run, first 5 lines:` and `run, lines 4-9:` show a part. Of several with
 *   `&&` between them the last one is shown.
 * - `<!-- run in NAME: ... -->`: the same in a world of its own, which lasts
 *   through the document: what one command changed, the next one finds.
 * - `<!-- file: shop/coder.lua -->` before a fenced block: that file.
 * - `<!-- made: exit codes -->` to `<!-- end -->`: made from the program.
 */
export async function fillDocument(
  text: string,
  sources: Sources,
): Promise<string> {
  const fenced = await replaceAll(
    text,
    FENCED,
    async ([whole, kind, world, part, subject, language]) => {
      const marker = whole!.slice(0, whole!.indexOf("-->") + 3);
      const content = kind === "file"
        ? there(sources.file(subject!), marker)
        : await transcript(subject!, language!, part, world, sources);
      return `${marker}\n\n\`\`\`${language}\n${content.trimEnd()}\n\`\`\``;
    },
  );
  return await replaceAll(fenced, MADE, async ([, name]) => {
    const content = await there(sources.made(name!), name!);
    return `<!-- made: ${name} -->\n\n${content.trim()}\n\n<!-- end -->`;
  });
}

function there<T>(value: T | undefined, asked: string): T {
  if (value === undefined) throw new Error(`there is nothing for: ${asked}`);
  return value;
}

async function transcript(
  command: string,
  language: string,
  part: string | undefined,
  world: string | undefined,
  sources: Sources,
): Promise<string> {
  const { out, both } = await sources.run(command, world);
  // What made the world as it is was run unseen.
  const shown = command.split(" && ").at(-1);
  if (language === "console") return `$ ${shown}\n${cut(both, part)}`;
  return cut(out, part);
}

/** `first 5 lines` or `lines 4-9` of a text, marked where something is left out. */
function cut(text: string, part: string | undefined): string {
  if (part === undefined) return text;
  const lines = text.trimEnd().split("\n");
  const [first, last = first] = part.match(/\d+/g)!.map(Number);
  const [from, to] = part.startsWith("first") ? [1, first] : [first, last];
  return [
    ...(from! > 1 ? ["…"] : []),
    ...lines.slice(from! - 1, to),
    ...(to! < lines.length ? ["…"] : []),
  ].join("\n");
}

async function replaceAll(
  text: string,
  pattern: RegExp,
  replace: (found: readonly string[]) => Promise<string>,
): Promise<string> {
  let result = "";
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    result += text.slice(end, found.index) + await replace(found);
    end = found.index + found[0].length;
  }
  return result + text.slice(end);
}
