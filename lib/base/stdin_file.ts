/** How standard input is named where a file would be. */
export const STDIN_FILE = "<stdin>";
