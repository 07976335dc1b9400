/** One way to come by a Pod. */
export interface PodScenario {
  readonly title: string;
  /** Commands that are run before it; a word that begins with `HOME/` is there. */
  readonly before?: readonly (readonly string[])[];
  /** Words of `pod create`. */
  readonly words: readonly string[];
  /** How its first start has to be. */
  readonly first: "profile" | "manifest";
  /** What the path of its requests holds. Default `/v1/messages`. */
  readonly path?: string;
  /** It does not start, and this is what is said of it beforehand. */
  readonly said?: string;
}

/** Each of a kind that a manifest can be. */
export const SCENARIOS: readonly PodScenario[] = [
  { title: "the builtin default", words: ["default"], first: "profile" },
  ...["orchestrator", "coder", "researcher", "reviewer", "fast"].map((
    name,
  ): PodScenario => ({
    title: `the builtin ${name}`,
    words: [`builtin:${name}`],
    first: "profile",
  })),
  {
    title: "a project's profile with every section",
    words: ["project:full"],
    first: "profile",
  },
  {
    title: "a project's profile with an import and a module",
    words: ["project:team"],
    first: "profile",
  },
  { title: "a profile in JSON", words: ["./data.json"], first: "profile" },
  {
    title: "a profile in TOML, with the web on",
    words: ["./data.toml"],
    first: "profile",
  },
  {
    title: "a file, one delegated folder",
    words: ["./plain.lua", "--delegate", "write:src"],
    first: "profile",
  },
  {
    title: "a file, several delegated folders",
    words: [
      "./plain.lua",
      "--delegate",
      "write:src",
      "--delegate",
      "read:docs",
    ],
    first: "manifest",
  },
  {
    title: "a file, one folder without what is below it",
    words: ["./plain.lua", "--delegate", "write,nonrecursive:src"],
    first: "manifest",
  },
  {
    title: "a manifest file with a denied path",
    words: ["--manifest", "pod.toml"],
    first: "manifest",
  },
  {
    title: "a manifest file of the store",
    words: ["--manifest", "HOME/.insomnia/pods/p1/launch.toml"],
    first: "profile",
  },
  {
    title: "a manifest that was made for another workspace",
    before: [[
      "project:full",
      "--pod-name",
      "x",
      "--workspace-as",
      "HOME/other/ws",
      "--out",
      "HOME/as.json",
    ]],
    words: ["--manifest", "HOME/as.json"],
    first: "profile",
  },
  {
    title: "a gateway that speaks Chat Completions",
    words: ["./gateway.lua"],
    first: "profile",
    path: "/v1/chat/completions",
  },
  {
    title: "a Gemini model with a budget",
    words: ["./gemini.lua"],
    first: "profile",
    path: "/v1beta/models/",
  },
  {
    title: "Responses with an effort label",
    words: ["./responses.lua"],
    first: "profile",
    path: "/responses",
  },
  {
    title: "a model of another provider that compacts, and one that remembers",
    words: ["./two_models.lua"],
    first: "profile",
    path: "/responses",
  },
  {
    title: "a secret of the store",
    words: ["./later.lua"],
    first: "profile",
    said: "note[runtime-version]",
  },
  {
    title: "a prompt of the workspace",
    words: ["./prompt.lua"],
    first: "profile",
    said: "note[runtime-version]",
  },
];
