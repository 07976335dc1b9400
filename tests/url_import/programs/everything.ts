// Every part of the library, on a world in memory, as somebody might use it
// who has no permission at all. Prints what came out as JSON.
import {
  type Diagnostic,
  discoverProfiles,
  evaluateLua,
  loadCatalog,
  memorySystem,
  type PodManifest,
  PodManifestSchema,
  printJsonSchema,
  printManifest,
  ProfileError,
  renderDiagnostics,
  resolveManifestFile,
  resolveModel,
  resolveProfile,
} from "../../../mod.ts";

const FILES = {
  "/ws/coder.lua": `
local p = profile.import("builtin:coder")
p.model = require("shared.models").main
print("hello")
return p`,
  "/ws/shared/models.lua": `return { main = "codex-oauth/gpt-5.5" }`,
  "/ws/broken.lua": `return {\n  modle = "codex-oauth/gpt-5.5",\n}`,
  "/ws/denied.lua": `return { slug = os.getenv("HOME") }`,
  "/ws/endless.lua": `while true do end`,
  "/ws/syntax.lua": `return {`,
  "/ws/coder.json": `{ "model": "codex-oauth/gpt-5.5" }`,
  "/ws/broken.json": `{ "model": "codex-oauth/gpt-5.5", "wrker": {} }`,
  "/ws/syntax.json": `{ "model": `,
  "/ws/pod.toml": `
pod.name = "by-hand"
model.ref = "codex-oauth/gpt-5.5"
scope.allow = [{ target = "/ws", permission = "write" }]`,
  "/ws/broken.toml": `pod.nam = "by-hand"`,
  "/ws/syntax.toml": `pod = `,
  "/ws/.insomnia/profiles.toml": `
default = "coder"
[profile.coder]
path = "../coder.lua"`,
  "/bad/.insomnia/profiles.toml": `[profile.bad]\npath = 5`,
  "/c/models.toml": `[[model]]\nid = "gpt-5.5"\nprovider = "codex-oauth"`,
};
const system = memorySystem({ files: FILES, cwd: "/ws" });
const broken = memorySystem({
  files: { "/c/models.toml": `[[model]]\nid = 5`, "/ws/x": "" },
  env: { INSOMNIA_CONFIG_DIR: "/c" },
});
const poor = memorySystem({
  files: FILES,
  env: { INSOMNIA_CONFIG_DIR: "/c" },
});
const launch = { podName: "demo", workspace: "/ws", system };

const human = (diagnostics: readonly Diagnostic[]) =>
  renderDiagnostics(diagnostics, "human");
const toml = ({ manifest }: { readonly manifest: PodManifest }) =>
  printManifest(manifest, "toml");
const resolve = (selector: string) => resolveProfile({ ...launch, selector });

/** What is done, by a name for it. */
const STEPS: Readonly<Record<string, () => unknown>> = {
  lua: async () => {
    const resolved = await resolve("./coder.lua");
    return [toml(resolved), human(resolved.warnings), resolved.origins];
  },
  brokenLua: () => resolve("./broken.lua"),
  denied: () => resolve("./denied.lua"),
  endless: () =>
    resolveProfile({ ...launch, selector: "./endless.lua", maxSteps: 9 }),
  syntaxLua: () => resolve("./syntax.lua"),
  builtin: async () => toml(await resolve("builtin:reviewer")),
  unknown: () => resolve("codr"),
  otherCatalog: async () => {
    const selector = "builtin:reviewer";
    const options = { ...launch, selector, system: poor };
    return human((await resolveProfile(options)).warnings);
  },
  json: async () => toml(await resolve("./coder.json")),
  brokenJson: () => resolve("./broken.json"),
  syntaxJson: () => resolve("./syntax.json"),
  manifest: async () =>
    toml(await resolveManifestFile({ ...launch, path: "/ws/pod.toml" })),
  brokenManifest: () =>
    resolveManifestFile({ ...launch, path: "/ws/broken.toml" }),
  syntaxManifest: () =>
    resolveManifestFile({ ...launch, path: "/ws/syntax.toml" }),
  registry: async () => {
    const { entries, problems } = await discoverProfiles(launch);
    return [entries.map((entry) => entry.qualifiedName), human(problems)];
  },
  brokenRegistry: async () =>
    human((await discoverProfiles({ system, workspace: "/bad" })).problems),
  catalog: async () => {
    const catalog = await loadCatalog({ system: poor });
    return [
      catalog.sha256,
      resolveModel(catalog, "codex-oauth/gpt-5.5").window,
    ];
  },
  brokenCatalog: () => loadCatalog({ system: broken }),
  evaluate: () =>
    evaluateLua("return { list = { 1, 2 }, max = math.huge > 1 }"),
  evaluateBroken: () => evaluateLua("return nothing.at_all"),
  schema: () => printJsonSchema("manifest").length,
  parse: () => PodManifestSchema.safeParse({}).success,
};

for (const [name, step] of Object.entries(STEPS)) {
  let result: unknown;
  try {
    result = await step();
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    result = human(error.diagnostics);
  }
  console.log(JSON.stringify({ [name]: result }));
}
