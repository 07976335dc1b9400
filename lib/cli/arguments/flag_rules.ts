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
      why: "a manifest file replaces the profile",
    },
    {
      with: "registry-only",
      why: "a manifest file is not in a registry",
    },
    {
      with: "delegate",
      why: "a manifest file has its own scope",
    },
    {
      with: "max-steps",
      why: "a manifest file runs no code",
    },
    {
      with: "trust-origin",
      why: "a manifest file has its own addresses",
    },
    {
      with: "workspace-as",
      why: "a manifest file has its own paths",
    },
    {
      with: "all",
      why: "a manifest file is one manifest",
    },
  ],
  watch: [
    {
      with: "fix",
      why: "the files are still being edited",
    },
    {
      with: "format",
      unless: "text",
      why: "programs need one result, and watching does not end",
    },
    {
      with: "error-format",
      unless: "human",
      why: "programs need one result, and watching does not end",
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
    why: "each manifest is written to a file of its own",
  },
];
