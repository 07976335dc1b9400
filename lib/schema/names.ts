import { isWebAddress } from "../base/web_address.ts";
import type { FieldType } from "./field.ts";
import { byForm, checkedText, pattern } from "./field_types.ts";
import { isAbsolutePath, isOneLine, isPath } from "./text_forms.ts";

/** A name in the runtime's secret store. */
export const SECRET_NAME: FieldType<string> = pattern(
  /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/,
  "the name of a secret, such as `llm.anthropic.default` (letters, digits and . _ / -, at most 128)",
  "secret-name",
);

/** A name of an environment variable. */
export const VARIABLE_NAME: FieldType<string> = pattern(
  /^[A-Za-z_][A-Za-z0-9_]*$/,
  "the name of an environment variable, such as `ANTHROPIC_API_KEY` (letters, digits and _)",
  "variable-name",
);

/** `<provider>/<model id>`. */
export const MODEL_REF: FieldType<string> = pattern(
  /^[^/\s]+\/\S+$/,
  "`<provider>/<model id>`, such as `anthropic/claude-sonnet-4-6`",
  "model-ref",
);

/** A path: absolute in a manifest, else it may be relative to the file that says it. */
export const PATH: FieldType<string> = byForm({
  output: checkedText(isAbsolutePath, "an absolute path", {
    means: "path",
    hints: { pattern: "^(/|[A-Za-z]:/)" },
  }),
  input: checkedText(isPath, "a path", {
    means: "path",
    hints: { minLength: 1 },
  }),
});

/** A complete URL. */
export const HTTP_URL: FieldType<string> = checkedText(
  isWebAddress,
  "an `http://` or `https://` URL without a user name, `#` or `\\`, its host in ASCII",
  {
    means: "url",
    hints: {
      format: "uri",
      pattern:
        "^[Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9._:\\[\\]-]+([/?][^\\s#\\\\]*)?$",
    },
  },
);

/** Text without a line end. */
export const ONE_LINE: FieldType<string> = checkedText(
  isOneLine,
  "one line of text",
  { hints: { pattern: "^[^\\r\\n]*$" } },
);

/** SHA-256 in hexadecimal digits. */
export const SHA256: FieldType<string> = pattern(
  /^[0-9a-f]{64}$/,
  "64 hexadecimal digits",
);
