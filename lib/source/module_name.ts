/** A word of the name of a module: `shared` and `models` in `shared.models`. */
export const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
