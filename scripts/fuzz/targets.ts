import { stringify } from "npm:smol-toml@1.9.1";
import { parseArguments } from "../../lib/cli/arguments/parse_arguments.ts";
import { usageFailure } from "../../lib/cli/arguments/usage_failure.ts";
import {
  type Diagnostic,
  discoverProfiles,
  formatSelector,
  loadCatalog,
  memorySystem,
  parseSelector,
  PodStore,
  resolveManifestFile,
  resolveProfile,
} from "../../mod.ts";
import { damagedText, damagedValue, junk } from "./damage.ts";
import type { Random } from "../random.ts";
import {
  LUA,
  LUA_MODEL,
  MANIFEST,
  METADATA,
  MODELS,
  PROFILE,
  PROVIDERS,
  REGISTRY,
  SHARED,
} from "./documents.ts";
import { luaLiteral } from "./lua_literal.ts";

/** What a run of a target came to. */
export interface Outcome {
  /** Characters of what was given. */
  readonly size: number;
  /** What was given, to be shown when it finds something. */
  readonly input: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Other text that was made. */
  readonly text?: string;
}

/** Makes an input and gives it to this program. Throws what that throws. */
export type Target = (
  random: Random,
) => { readonly input: string; readonly run: () => Promise<Partial<Outcome>> };

function world(files: Readonly<Record<string, string>>) {
  return memorySystem({
    cwd: "/ws",
    env: { HOME: "/home" },
    files: { "/ws/shared.lua": SHARED, "/ws/.git/HEAD": "", ...files },
  });
}

async function resolved(
  files: Readonly<Record<string, string>>,
  selector: string,
): Promise<Partial<Outcome>> {
  const { warnings, manifest } = await resolveProfile({
    selector,
    podName: "demo",
    workspace: "/ws",
    maxSteps: 2_000_000,
    system: world(files),
  });
  return { diagnostics: warnings, text: JSON.stringify(manifest) };
}

/** TOML of a value; what TOML cannot say makes it another text. */
function tomlOf(random: Random, value: unknown): string {
  try {
    const text = stringify(value as Record<string, unknown>);
    return random.chance(0.3) ? damagedText(random, text) : text;
  } catch {
    return damagedText(random, 'default = "coder"\n[profile]\ncoder = "x"\n');
  }
}

/** JSON of a value, now and then damaged as text, too. */
function jsonOf(random: Random, value: unknown): string {
  const text = JSON.stringify(value, null, random.below(3)) ?? "null";
  return random.chance(0.3) ? damagedText(random, text) : text;
}

/** Everything that takes what somebody else wrote. */
export const TARGETS: Readonly<Record<string, Target>> = {
  "Lua profile": (random) => {
    const input = damagedText(random, LUA);
    return { input, run: () => resolved({ "/ws/p.lua": input }, "./p.lua") };
  },
  "Lua profile of a value": (random) => {
    const input = `return ${luaLiteral(damagedValue(random, PROFILE))}`;
    return { input, run: () => resolved({ "/ws/p.lua": input }, "./p.lua") };
  },
  "JSON profile": (random) => {
    const input = jsonOf(random, damagedValue(random, PROFILE));
    return { input, run: () => resolved({ "/ws/p.json": input }, "./p.json") };
  },
  "TOML profile": (random) => {
    const input = tomlOf(random, damagedValue(random, PROFILE));
    return { input, run: () => resolved({ "/ws/p.toml": input }, "./p.toml") };
  },
  "manifest file": (random) => {
    const isJson = random.chance(0.5);
    const value = damagedValue(random, MANIFEST);
    const input = isJson ? jsonOf(random, value) : tomlOf(random, value);
    const path = isJson ? "/ws/m.json" : "/ws/m.toml";
    return {
      input,
      run: async () => {
        const system = world({ [path]: input });
        const { warnings, manifest } = await resolveManifestFile({
          path,
          system,
          strict: random.chance(0.5),
        });
        return { diagnostics: warnings, text: JSON.stringify(manifest) };
      },
    };
  },
  "registry": (random) => {
    const input = tomlOf(random, damagedValue(random, REGISTRY));
    return {
      input,
      run: async () => {
        const { problems } = await discoverProfiles({
          system: world({
            "/ws/.insomnia/profiles.toml": input,
            "/ws/.insomnia/coder.lua": SHARED,
          }),
          workspace: "/ws",
        });
        return { diagnostics: problems };
      },
    };
  },
  "catalog": (random) => {
    const isModels = random.chance(0.5);
    const input = tomlOf(
      random,
      damagedValue(random, isModels ? MODELS : PROVIDERS),
    );
    const folder = "/home/.config/insomnia";
    return {
      input,
      run: async () => {
        await loadCatalog({
          system: world({
            [`${folder}/providers.toml`]: isModels
              ? stringify(PROVIDERS)
              : input,
            [`${folder}/models.toml`]: isModels ? input : stringify(MODELS),
          }),
        });
        return {};
      },
    };
  },
  "metadata of a Pod": (random) => {
    const input = jsonOf(random, damagedValue(random, METADATA));
    return {
      input,
      run: async () => {
        const system = world({ "/ws/p.lua": LUA_MODEL });
        const store = new PodStore({ system });
        await store.create({
          selector: "./p.lua",
          podName: "demo",
          workspace: "/ws",
        });
        await system.writeFile(
          "/home/.insomnia/pods/demo/metadata.json",
          new TextEncoder().encode(input),
        );
        await store.list();
        const { runtimeChanges } = await store.read("demo");
        const { warnings } = await store.launch("demo", { yes: true });
        return { diagnostics: warnings, text: JSON.stringify(runtimeChanges) };
      },
    };
  },
  "selector": (random) => {
    const input = damagedText(
      random,
      random.pick(["default", "project:coder", "./coder.lua", "path:x", "-"]),
    );
    return {
      input,
      run: async () => {
        const selector = parseSelector(input);
        const again = parseSelector(formatSelector(selector));
        if (JSON.stringify(again) !== JSON.stringify(selector)) {
          throw new TypeError("a selector is not what it was");
        }
        return await resolved({}, input === "-" ? "default" : input);
      },
    };
  },
  "arguments": (random) => {
    const words = Array.from(
      { length: 1 + random.below(5) },
      () =>
        random.pick([
          ...["resolve", "check", "list", "--out", "--format", "json", "-o"],
          ...["--pod-name", "--max-steps", "9999999999", "--trust-origin"],
          ...["--delegate", "read:/", "--", "-C", "--error-format=json", "-qq"],
          damagedText(random, "--pod-name=demo"),
          JSON.stringify(junk(random)) ?? "null",
        ]),
    );
    return {
      input: words.join(" "),
      run: () => {
        const { problems } = parseArguments(words);
        if (problems.length > 0) throw usageFailure(problems);
        return Promise.resolve({});
      },
    };
  },
};
