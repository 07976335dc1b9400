import type { FlagName } from "./flag_table.ts";

/** What a flag cannot be given together with, and why. */
export interface Conflict {
  readonly with: FlagName | "selector";
  /** The one value of the other with which they agree. */
  readonly unless?: string;
  readonly why: string;
}

/** Things that cannot be asked for together, by the flag that is named first. */
export const CONFLICTS: Readonly<
  Partial<Record<FlagName, readonly Conflict[]>>
> = {
  manifest: [
    {
      with: "selector",
      why: "a manifest file is complete, no profile takes part",
    },
    {
      with: "registry-only",
      why: "a manifest file is not in a registry",
    },
    {
      with: "delegate",
      why: "a manifest file holds its own scope",
    },
    {
      with: "max-steps",
      why: "a manifest file runs no code",
    },
    {
      with: "trust-origin",
      why: "a manifest file's addresses are its own",
    },
    {
      with: "workspace-as",
      why: "a manifest file holds its own paths",
    },
    {
      with: "all",
      why: "a manifest file is one manifest",
    },
  ],
  watch: [
    {
      with: "fix",
      why: "what is still being written is not to be changed",
    },
    {
      with: "format",
      unless: "text",
      why: "a program reads one answer, and waits for its end",
    },
    {
      with: "error-format",
      unless: "human",
      why: "a program reads one answer, and waits for its end",
    },
  ],
};

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
