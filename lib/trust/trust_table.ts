/** Who named a thing that something is asked of. */
export type Namer =
  /** A person: on the command line, or as an option of the library. */
  | "typed"
  /** The user's `profiles.toml`. */
  | "user"
  /** A project's `profiles.toml`: it comes with a clone, so anybody may have written it. */
  | "project"
  /** A profile, with `profile.import`: it names an entry of a registry, never a file. */
  | "import"
  /** A symbolic link that stands inside a project. */
  | "link";

/** Where the thing lies, by its real path. */
export type Ground =
  /** Inside the project of the registry, or of the link, that named it. */
  | "project"
  /** In the user's config directory, as it was named: a dotfile manager's link counts. */
  | "config"
  /** Elsewhere in the home directory, other projects among it. */
  | "home"
  | "elsewhere";

/** What is asked for. */
export type Request =
  /** That a file is read as a profile, a module or a registry. */
  | "read"
  /** That an address gets a credential which belongs at another one. */
  | "address"
  /** That an address counts as one where credentials belong. */
  | "trust"
  /** That a profile holds the value of a credential. */
  | "credential"
  /** That a name means an entry of a registry, also where a builtin profile has it. */
  | "alias"
  /** That an entry is what `default` means. */
  | "default";

/** The answer to a request. */
export type Answer = "allowed" | "warned" | "refused";

/** One rule of {@linkcode TRUST}. */
export interface TrustRow {
  readonly asks: Request;
  readonly by: readonly Namer[] | "anybody";
  readonly where: readonly Ground[] | "anywhere";
  readonly answer: Answer;
  /** Ends a sentence that begins with what was asked. */
  readonly why: string;
}

/**
 * Whom this program trusts with what. The first row that fits answers; whatever
 * no row speaks of is refused. Every rule about files, addresses and names is
 * one of these: each rule alone was right before, and together they left doors.
 */
export const TRUST: readonly TrustRow[] = [
  {
    asks: "read",
    by: ["typed", "user"],
    where: "anywhere",
    answer: "allowed",
    why: "a person says which files of theirs are read",
  },
  {
    asks: "read",
    by: ["project", "link"],
    where: ["project"],
    answer: "allowed",
    why: "what came with the project may be read for it",
  },
  {
    asks: "read",
    by: ["import"],
    where: "anywhere",
    answer: "allowed",
    why: "an import names an entry; the registry that has it was asked before",
  },
  {
    asks: "read",
    by: ["project"],
    where: "anywhere",
    answer: "refused",
    why:
      "it leads out of the project, and a project's registry names files of its project only",
  },
  {
    asks: "read",
    by: ["link"],
    where: "anywhere",
    answer: "refused",
    why: "it is a link that leads out of its project",
  },
  {
    asks: "address",
    by: ["user"],
    where: ["config"],
    answer: "warned",
    why: "the user wrote it into their own configuration",
  },
  {
    asks: "address",
    by: "anybody",
    where: "anywhere",
    answer: "refused",
    why: "whoever writes an address into a profile would get the user's key",
  },
  {
    asks: "trust",
    by: ["typed", "user"],
    where: "anywhere",
    answer: "allowed",
    why: "a person says where their keys may go",
  },
  {
    asks: "trust",
    by: "anybody",
    where: "anywhere",
    answer: "refused",
    why: "only the user says where their keys may go",
  },
  {
    asks: "credential",
    by: "anybody",
    where: "anywhere",
    answer: "refused",
    why: "a profile never holds the value of a secret",
  },
  {
    asks: "alias",
    by: ["user"],
    where: "anywhere",
    answer: "allowed",
    why: "the user's names are the user's",
  },
  {
    asks: "alias",
    by: ["project"],
    where: ["project"],
    answer: "allowed",
    why:
      "a team names its roles; a name that the user has as well is ambiguous",
  },
  {
    asks: "default",
    by: ["typed", "user"],
    where: "anywhere",
    answer: "allowed",
    why: "a person chooses",
  },
  {
    asks: "default",
    by: ["project"],
    where: ["project"],
    answer: "allowed",
    why: "a project says which of the profiles there are is meant in it",
  },
];

/** A request as {@linkcode TRUST} is asked about it. */
export interface TrustQuestion {
  readonly asks: Request;
  readonly by: Namer;
  readonly where: Ground;
}

/** The rule that answers a request. */
export function trustFor(
  { asks, by, where }: TrustQuestion,
): Pick<TrustRow, "answer" | "why"> {
  return TRUST.find((row) =>
    row.asks === asks &&
    (row.by === "anybody" || row.by.includes(by)) &&
    (row.where === "anywhere" || row.where.includes(where))
  ) ?? { answer: "refused", why: "nobody said that it may" };
}
