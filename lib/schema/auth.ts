import type { FieldType } from "./field.ts";
import { variants } from "./field_types.ts";
import { PATH, SECRET_NAME, VARIABLE_NAME } from "./names.ts";

/** No credential is sent. */
export interface NoAuth {
  /** No credential at all. */
  readonly kind: "none";
}

/**
 * An API key that the runtime reads when it starts. Both fields are references;
 * neither the variable nor the file is ever read by this program. Without both,
 * the key is in the variable of the model's scheme (see
 * {@linkcode API_KEY_VARIABLES}).
 */
export interface ApiKeyAuth {
  /** A key, held by a variable or a file. */
  readonly kind: "api_key";
  /** Name of an environment variable, `[A-Za-z_][A-Za-z0-9_]*`. */
  readonly env?: string;
  /** A file that holds the key; absolute in a manifest. */
  readonly file?: string;
}

/** The login that the Codex program keeps. */
export interface CodexOauthAuth {
  /** The login of ChatGPT (Codex). */
  readonly kind: "codex_oauth";
}

/** A named secret in the runtime's secret store. */
export interface SecretRefAuth {
  /** An entry of the runtime's secret store. */
  readonly kind: "secret_ref";
  /** `[A-Za-z0-9][A-Za-z0-9._/-]{0,127}`, as `llm.anthropic.default`. */
  readonly ref: string;
}

/** Where the credential of a model is found; never the credential itself. */
export type ModelAuth = NoAuth | ApiKeyAuth | CodexOauthAuth | SecretRefAuth;

/** Where the credential of a model is found. */
export const AUTH: FieldType<ModelAuth> = variants<ModelAuth>({
  none: { description: "No credential is sent", fields: {} },
  api_key: {
    description: "An API key, which the runtime reads when it starts",
    fields: {
      env: {
        type: VARIABLE_NAME,
        description:
          "Environment variable that holds the key; default, if `file` is unset too: the variable of the wire scheme",
        example: "ANTHROPIC_API_KEY",
      },
      file: {
        type: PATH,
        description: "File that holds the key",
        example: "/run/secrets/anthropic",
        inputExample: "secrets/anthropic",
      },
    },
  },
  codex_oauth: {
    description: "The ChatGPT login of the Codex program",
    fields: {},
  },
  secret_ref: {
    description: "A named secret in the runtime's secret store",
    fields: {
      ref: {
        type: SECRET_NAME,
        description: "Name in the runtime's secret store",
        required: "always",
        example: "llm.anthropic.default",
      },
    },
  },
});
