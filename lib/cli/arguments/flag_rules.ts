import type { FlagName } from "./flag_table.ts";

/** Things that cannot be asked for together, and why. */
export const CONFLICTS: readonly {
  readonly flag: FlagName;
  readonly with: FlagName | "selector";
  /** The one value of the other with which they agree. */
  readonly unless?: string;
  readonly why: string;
}[] = [
  {
    flag: "manifest",
    with: "selector",
    why: "a manifest file is complete, no profile takes part",
  },
  {
    flag: "manifest",
    with: "registry-only",
    why: "a manifest file is not in a registry",
  },
  {
    flag: "manifest",
    with: "delegate",
    why: "a manifest file holds its own scope",
  },
  {
    flag: "manifest",
    with: "max-steps",
    why: "a manifest file runs no code",
  },
  {
    flag: "manifest",
    with: "trust-origin",
    why: "a manifest file's addresses are its own",
  },
  {
    flag: "manifest",
    with: "workspace-as",
    why: "a manifest file holds its own paths",
  },
  {
    flag: "manifest",
    with: "all",
    why: "a manifest file is one manifest",
  },
  {
    flag: "watch",
    with: "fix",
    why: "what is still being written is not to be changed",
  },
  {
    flag: "watch",
    with: "format",
    unless: "text",
    why: "a program reads one answer, and waits for its end",
  },
  {
    flag: "watch",
    with: "error-format",
    unless: "human",
    why: "a program reads one answer, and waits for its end",
  },
];

/** Flags that mean nothing without another, and why. */
export const NEEDS: readonly {
  readonly flag: FlagName;
  readonly needs: FlagName;
  readonly why: string;
}[] = [
  {
    flag: "all",
    needs: "out",
    why: "there are many manifests, each in a file of its own",
  },
];
