import type { CommandName } from "./command_table.ts";
import type { FlagName } from "./flag_table.ts";

/** A mistake on the command line, as data; worded only when needed. */
export type UsageProblem =
  | {
    readonly kind: "unknown-flag";
    readonly flag: string;
    readonly command: CommandName;
  }
  | {
    readonly kind: "misplaced-flag";
    readonly flag: FlagName;
    readonly written: string;
    readonly command: CommandName;
  }
  | {
    readonly kind: "missing-value";
    readonly written: string;
    /** The next word, which begins with a dash and was not taken. */
    readonly next?: string;
    /** The values it takes, where they are few. */
    readonly choices?: readonly string[];
  }
  | { readonly kind: "needless-value"; readonly written: string }
  | {
    readonly kind: "bad-value";
    readonly written: string;
    readonly value: string;
    readonly choices: readonly string[];
  }
  | {
    readonly kind: "not-a-number";
    readonly written: string;
    readonly value: string;
    readonly largest: number;
  }
  | {
    readonly kind: "given-twice";
    readonly first: string;
    readonly second: string;
  }
  | {
    readonly kind: "conflict";
    readonly first: string;
    readonly second: string;
    readonly why: string;
  }
  | {
    readonly kind: "unmet-need";
    readonly flag: string;
    readonly needs: FlagName;
    readonly why: string;
  }
  | {
    /** `pod` alone, or with a word behind it that it does not know. */
    readonly kind: "bad-group";
    readonly group: string;
    readonly word?: string;
  }
  | {
    readonly kind: "missing-flag";
    readonly command: CommandName;
    readonly flag: FlagName;
  }
  | { readonly kind: "missing-operand"; readonly command: CommandName }
  | {
    readonly kind: "extra-operand";
    readonly command: CommandName;
    /** The word before it: perhaps a command, mistyped. */
    readonly before?: string | undefined;
    readonly word: string;
  }
  | {
    readonly kind: "bad-operand";
    readonly command: CommandName;
    readonly word: string;
    readonly choices: readonly string[];
  };
