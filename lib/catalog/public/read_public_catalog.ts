import { failure } from "../../base/profile_error.ts";
import type {
  PublicCatalog,
  PublicFormat,
  PublicModel,
} from "./public_model.ts";
import { isCodex, readCodex } from "./read_codex.ts";
import { isLitellm, readLitellm } from "./read_litellm.ts";
import {
  isModelsDev,
  readModelsDev,
  readModelsDevProviders,
} from "./read_models_dev.ts";
import { isOpenrouter, readOpenrouter } from "./read_openrouter.ts";

/** The more telling shapes first. */
const FORMATS: readonly (readonly [
  format: PublicFormat,
  isIt: (data: unknown) => boolean,
  read: (data: unknown) => PublicModel[],
])[] = [
  ["openrouter", isOpenrouter, readOpenrouter],
  ["codex", isCodex, readCodex],
  ["litellm", isLitellm, readLitellm],
  ["models.dev", isModelsDev, readModelsDev],
];

/**
 * Reads a file of a public catalog; its shape says which one it is of: models.dev
 * (`api.json`), LiteLLM (its price file), OpenRouter (`/api/v1/models`), Codex
 * (`codex debug models`).
 *
 * @param text JSON
 * @param file how the file is named in errors and results
 * @throws {ProfileError} `import-unreadable` for any other file
 */
export function readPublicCatalog(text: string, file: string): PublicCatalog {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw failure(
      "import-unreadable",
      `cannot read \`${file}\`: it is ${
        text.trim() === "" ? "empty" : "no JSON"
      }`,
      {
        help: HELP,
      },
    );
  }
  const found = FORMATS.find(([, isIt]) => isIt(data));
  if (found === undefined) {
    throw failure(
      "import-unreadable",
      `cannot read \`${file}\`: it has the shape of no catalog that is known`,
      { help: HELP },
    );
  }
  const [format, , read] = found;
  return {
    file,
    format,
    models: read(data),
    providers: format === "models.dev" ? readModelsDevProviders(data) : [],
  };
}

const HELP =
  "models.dev's api.json, LiteLLM's price file, OpenRouter's list of models, or what `codex debug models` prints";
