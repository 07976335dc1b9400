import { checkedText, pattern, type Schema } from "./schema.ts";
import { isAbsolutePath, isHttpUrl, isOneLine, isPath } from "./text_forms.ts";

/** A name in the runtime's secret store. */
export const SecretNameSchema: Schema<string> = pattern(
  /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/,
  "the name of a secret, such as `llm.anthropic.default` (letters, digits and . _ / -, at most 128)",
);

/** A name of an environment variable. */
export const VariableNameSchema: Schema<string> = pattern(
  /^[A-Za-z_][A-Za-z0-9_]*$/,
  "the name of an environment variable, such as `ANTHROPIC_API_KEY` (letters, digits and _)",
);

/** `<provider>/<model id>`. */
export const ModelRefSchema: Schema<string> = pattern(
  /^[^/\s]+\/\S+$/,
  "`<provider>/<model id>`, such as `anthropic/claude-sonnet-4-6`",
);

/** A path that starts at the root. */
export const AbsolutePathSchema: Schema<string> = checkedText(
  isAbsolutePath,
  "an absolute path",
  { pattern: "^(/|[A-Za-z]:/)" },
);

/** A path, absolute or relative to the file that says it. */
export const PathSchema: Schema<string> = checkedText(isPath, "a path", {
  minLength: 1,
});

/** A complete URL. */
export const HttpUrlSchema: Schema<string> = checkedText(
  isHttpUrl,
  "an `http://` or `https://` URL",
  { format: "uri", pattern: "^[Hh][Tt][Tt][Pp][Ss]?://" },
);

/** Text without a line end. */
export const OneLineSchema: Schema<string> = checkedText(
  isOneLine,
  "one line of text",
  { pattern: "^[^\\r\\n]*$" },
);

/** SHA-256 in hexadecimal digits. */
export const Sha256Schema: Schema<string> = pattern(
  /^[0-9a-f]{64}$/,
  "64 hexadecimal digits",
);
