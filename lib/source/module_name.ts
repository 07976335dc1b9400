/** A word of the name of a module: `shared` and `models` in `shared.models`. */
export const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The file that is the module of the folder it is in. */
export const FOLDER_FILE = "init.lua";
