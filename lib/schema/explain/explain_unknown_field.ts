import type { FieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import { plainWord, suggest } from "../../base/suggest.ts";
import { fieldPaths, nodeAt, takesModel } from "../field_paths.ts";
import type { SchemaNode } from "../schema_node.ts";
import { type Answer, type Explaining, problem } from "./explaining.ts";
import { isShowableName } from "./showable_word.ts";

/**
 * A field that its table does not have. Where a name is close it is the fix;
 * else the help's first line is the table that has such a field. The last line
 * lists the fields.
 *
 * @param known the fields that the table has
 * @param path of the table
 * @param written the fields that are written in it
 */
export function explainUnknownField(
  key: string,
  known: readonly string[],
  path: FieldPath,
  explaining: Explaining,
  written: readonly string[] = [],
): Problem {
  const list = `fields of ${explaining.name(path)}: ${known.join(", ")}`;
  const inner = [...path, key];
  if (!isShowableName(key)) {
    const message = `${explaining.name(path)} has an unknown field, whose ` +
      "name is not shown: it could be a secret";
    return {
      ...problem("unknown-field", inner, message, list),
      at: "key",
      isUnnamed: true,
    };
  }
  const answer = answerTo(key, known, path, explaining);
  const near = answer ? undefined : suggest(key, known);
  // Another name for a field that is there already would be a guess.
  const isTaken = [near, renamed(answer)].some((name) =>
    name !== undefined && written.includes(name)
  );
  const put = isTaken ? undefined : near;
  const place = isTaken
    ? `\`${near ?? renamed(answer)}\` is written already: leave one of them out`
    : answer?.help ??
      (put === undefined
        ? insideOf(key, known) ?? elsewhere(key, path, explaining)
        : undefined);
  return {
    ...problem(
      "unknown-field",
      inner,
      `unknown field ${explaining.name(inner)}`,
      place === undefined ? list : `${place}\n${list}`,
    ),
    at: "key",
    ...answer?.fix && !isTaken && { fixes: [{ ...answer.fix, isTold: true }] },
    ...put === undefined ? {} : { fixes: [{ replace: "key", put }] },
  };
}

/**
 * The field of a table that an unknown one stands for: the one it misspells, or
 * that other tools call so. What it stands for is not missing as well.
 */
export function meantField(
  key: string,
  known: readonly string[],
  path: FieldPath,
  explaining: Explaining,
): string | undefined {
  const answer = answerTo(key, known, path, explaining);
  return answer ? answer.standsFor ?? renamed(answer) : suggest(key, known);
}

/** What a document answers to a word, where its table has the field that is meant. */
function answerTo(
  key: string,
  known: readonly string[],
  path: FieldPath,
  { answers }: Explaining,
): Answer | undefined {
  const answer = answers?.field?.([...path, key]);
  const name = renamed(answer);
  return name === undefined || known.includes(name) ? answer : undefined;
}

/** The name that an answer gives the field. */
function renamed(answer: Answer | undefined): string | undefined {
  return answer?.fix?.replace === "key" ? String(answer.fix.put) : undefined;
}

/** `worker.reasoning` as one name. */
function insideOf(key: string, known: readonly string[]): string | undefined {
  const [section = "", ...inner] = key.split(".");
  return inner.length === 0 || !known.includes(section)
    ? undefined
    : `a dot in a name leads nowhere: write \`${
      inner.join(".")
    }\` inside the table \`${section}\``;
}

/** Shorter words are near too many names of other tables. */
const SHORTEST_NEAR_NAME = 8;

/** The tables that have such a field, by the same name in another writing or a near one. */
function elsewhere(
  key: string,
  table: FieldPath,
  { root, name: nameOf }: Explaining,
): string | undefined {
  const fields = fieldPaths(root).filter(({ path }) =>
    (path.length > 1 || table.length > 0) && !isInOtherModel(root, path)
  );
  const names = fields.map(({ path }) => String(path.at(-1)));
  const word = plainWord(key);
  const name = names.find((name) => plainWord(name) === word) ??
    (key.length < SHORTEST_NEAR_NAME ? undefined : suggest(key, names));
  const places = fields.filter(({ path }) => path.at(-1) === name)
    .map(({ path }) => nameOf(path.slice(0, -1)));
  if (places.length === 0 || places.length > 2) return undefined;
  return `\`${name}\` is a field of ${places.join(" and of ")}`;
}

/** A model section below another table has the fields that `model` has. */
function isInOtherModel(root: SchemaNode, path: FieldPath): boolean {
  return path.some((_, length) => {
    const node = length > 1 && nodeAt(root, path.slice(0, length));
    return node && takesModel(node);
  });
}
