import { type FieldPath, printFieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import { suggest } from "../../base/suggest.ts";
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
  const answer = explaining.answers?.field?.(inner);
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
        ? insideOf(key, known) ?? elsewhere(key, explaining.root)
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

function elsewhere(
  key: string,
  root: SchemaNode,
): string | undefined {
  const places = tablesWith(key, root, []).map(printFieldPath);
  if (places.length === 0 || places.length > 2) return undefined;
  const quoted = places.map((place) => `\`${place}\``).join(" and of ");
  return `\`${key}\` is a field of ${quoted}`;
}

/** The tables, but those in lists, that have a field of this name. */
function tablesWith(
  key: string,
  node: SchemaNode,
  path: FieldPath,
): FieldPath[] {
  if (node.is === "either") {
    return node.options.flatMap((option) => tablesWith(key, option, path));
  }
  if (node.is !== "table") return [];
  const here = node.fields.has(key) && path.length > 0 ? [path] : [];
  return [...node.fields].reduce(
    (found, [name, field]) => [
      ...found,
      ...tablesWith(key, field.node, [...path, name]),
    ],
    here,
  );
}
