/** What a Pod is called. */
export interface Pod {
  /** One folder name: see {@linkcode isPodName}. */
  readonly name: string;
  /** Absolute path. */
  readonly prompt_pack?: string;
}

/** The pod section as a manifest file may write it; `--pod-name` may give the name. */
export interface PodDraft {
  readonly name?: string;
  readonly prompt_pack?: string;
}
