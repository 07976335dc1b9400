import type { FieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import { suggest } from "../../base/suggest.ts";
import { describeKind, describeWords } from "./describe_schema.ts";
import { type Explaining, problem } from "./explaining.ts";
import { isShowableWord } from "./showable_word.ts";

/** A value that is not one of the words to choose from. */
export function explainWord(
  value: unknown,
  words: readonly string[],
  path: FieldPath,
  explaining: Explaining,
): Problem {
  const wanted = `${explaining.name(path)} must be ${describeWords(words)}`;
  if (typeof value !== "string") {
    return problem(
      "invalid-type",
      path,
      `${wanted}: it is ${describeKind(value)}`,
    );
  }
  if (!isShowableWord(value)) {
    return problem("invalid-value", path, `${wanted}: it is another string`);
  }
  const put = suggest(value, words);
  return {
    ...problem("invalid-value", path, `${wanted}: it is \`${value}\``),
    ...put === undefined ? {} : { fixes: [{ replace: "value", put }] },
  };
}
