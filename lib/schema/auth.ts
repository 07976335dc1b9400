import {
  AbsolutePathSchema,
  PathSchema,
  SecretNameSchema,
  VariableNameSchema,
} from "./names.ts";
import {
  byKind,
  exactly,
  optional,
  type Schema,
  schemaOf,
  table,
} from "./schema.ts";

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

function auth(file: Schema<string>): Schema<ModelAuth> {
  return schemaOf<ModelAuth>()(byKind(
    table({ kind: exactly("none") }),
    table({
      kind: exactly("api_key"),
      env: optional(
        VariableNameSchema.describe("Environment variable that holds the key"),
      ),
      file: optional(file.describe("File that holds the key")),
    }),
    table({ kind: exactly("codex_oauth") }),
    table({
      kind: exactly("secret_ref"),
      ref: SecretNameSchema.describe("Name in the runtime's secret store"),
    }),
  )).describe("Where the credential is found; never the credential itself");
}

/** {@linkcode ModelAuth} in a manifest: `file` is absolute. */
export const ModelAuthSchema: Schema<ModelAuth> = auth(AbsolutePathSchema);

/** {@linkcode ModelAuth} as people write it: `file` may be relative. */
export const AuthDraftSchema: Schema<ModelAuth> = auth(PathSchema);
