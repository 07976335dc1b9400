import errors from "../../resources/errors.toml" with { type: "text" };

/** What every diagnostic code means, as TOML; see `error_index.ts`. */
export const ERROR_TEXTS: string = errors;
