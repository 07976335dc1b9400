import type { Catalog } from "../lib/catalog/catalog.ts";
import { luaCatalog } from "../lib/catalog/catalog_facts.ts";
import { evaluateDocument } from "../lib/api/evaluate_document.ts";
import type {
  ProfileEntry,
  ProfileRegistry,
} from "../lib/registry/profile_registry.ts";
import {
  BUILTIN_PROFILE_NAMES,
  type BuiltinProfile,
} from "../lib/resources/builtin_resources.ts";
import type { ProfileDocument } from "../lib/source/load_document.ts";
import { loadProgram } from "../lib/source/load_program.ts";
import { memorySystem } from "../lib/system/memory_system.ts";
import { SHARED_SESSION } from "../lib/base/resolver_session.ts";
import { VERSION } from "../lib/base/version.ts";

/** Evaluates every builtin profile as a user's profile is evaluated. */
export async function evaluateBuiltins(
  catalog: Catalog,
): Promise<Record<string, BuiltinProfile>> {
  const options = { catalog: luaCatalog(catalog), version: VERSION };
  const registry: ProfileRegistry = {
    entries: BUILTIN_PROFILE_NAMES.map(entryOf),
    aliases: [],
    problems: [],
    files: [],
  };
  const profiles: Record<string, BuiltinProfile> = {};
  for (const entry of registry.entries) {
    const program = await loadProgram(
      { kind: "registry", entry },
      registry,
      memorySystem(),
    );
    const document: ProfileDocument = {
      kind: "lua",
      file: entry.path,
      directory: "/",
      program,
    };
    const { value, sources } = await evaluateDocument(
      { document, evaluation: options, wall: "none" },
      SHARED_SESSION,
    );
    profiles[entry.name] = {
      ...descriptionOf(value),
      path: entry.path,
      value,
      modules: await Promise.all(
        sources.map(async ({ name, sum }) => ({ name, sha256: await sum() })),
      ),
    };
  }
  return profiles;
}

function entryOf(name: string): ProfileEntry {
  return {
    source: "builtin",
    name,
    qualifiedName: `builtin:${name}`,
    path: `resources/profiles/${name}.lua`,
    status: "ok",
    isDefault: name === "default",
  };
}

function descriptionOf(value: unknown): { description?: string } {
  const { description } = value as { readonly description?: unknown };
  return typeof description === "string" ? { description } : {};
}
