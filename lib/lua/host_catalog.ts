import type { JsonValue } from "../base/json.ts";

/** What `insomnia.models` tells about a model. Window sizes are tokens. */
export interface LuaModel {
  /** `<provider>/<model id>`. */
  readonly ref: string;
  readonly provider: string;
  readonly model_id: string;
  readonly scheme: string;
  readonly context_window: number;
  readonly max_context_window?: number;
  /** The smaller of the two. */
  readonly effective_context_window: number;
  readonly capability?: JsonValue;
}

/** What holds for a model the catalog does not list. */
export interface LuaProvider {
  readonly scheme: string;
  /** Tokens. */
  readonly context_window: number;
  readonly capability?: JsonValue;
}

/** The model catalog as plain data for the host modules. */
export interface LuaCatalog {
  /** The references of all models. */
  readonly refs: readonly string[];
  readonly models: Readonly<Record<string, LuaModel>>;
  readonly providers: Readonly<Record<string, LuaProvider>>;
}
