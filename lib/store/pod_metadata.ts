import { isAbsolute } from "../base/file_path.ts";
import { isObject, ownField } from "../base/json.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type { PodFolder } from "./pod_folder.ts";

/**
 * What the runtime knows of a Pod: `metadata.json`, with fields that nobody
 * here has heard of. Numbers may be texts of JSON, as they were written.
 */
export type PodMetadata = Readonly<Record<string, unknown>>;

/** Whether the runtime has a conversation for a Pod. */
export type Conversation =
  /** It was never started. */
  | "none"
  /** It was started and stopped before its first turn: nothing to restore. */
  | "pending"
  /** There is one. */
  | "there";

/** How far the runtime got with a Pod. */
export function conversationOf(
  metadata: PodMetadata | undefined,
): Conversation {
  const active = ownField(metadata, "active");
  if (!isObject(active)) return "none";
  return typeof active.segment_id === "string" ? "there" : "pending";
}

/** What the runtime restores a Pod from, if it has anything. */
export function runtimeSnapshot(
  metadata: PodMetadata | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const snapshot = ownField(metadata, "resolved_manifest_snapshot");
  // Turns numbers that were kept as raw JSON text into numbers.
  return isObject(snapshot) ? JSON.parse(JSON.stringify(snapshot)) : undefined;
}

/** Whether an entry of a list that decides what a Pod may do has its type. */
const ITEMS: Readonly<Record<string, (item: unknown) => boolean>> = {
  "scope.allow": isScopeRule,
  "scope.deny": isScopeRule,
  "permissions.rule": (rule) =>
    isText(ownField(rule, "tool")) && isText(ownField(rule, "pattern")),
  "skills.directories": isAbsoluteText,
};

/**
 * The first part of what the runtime restores a Pod from that decides what the
 * Pod may do and is none of a manifest's.
 */
export function misshapenField(
  metadata: PodMetadata | undefined,
): string | undefined {
  const snapshot = runtimeSnapshot(metadata);
  if (snapshot && !isObject(snapshot.scope)) return "scope";
  return Object.keys(ITEMS).find((path) => {
    const [section = "", field = ""] = path.split(".");
    const items = ownField(ownField(snapshot, section), field) ?? [];
    return !Array.isArray(items) || !items.every(ITEMS[path]!);
  });
}

function isScopeRule(rule: unknown): boolean {
  return isAbsoluteText(ownField(rule, "target"));
}

function isAbsoluteText(value: unknown): boolean {
  return isText(value) && isAbsolute(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/**
 * The metadata with our manifest as what the runtime restores from; the rest
 * stays. A manifest that was made from no profile names our file as its source
 * there: the runtime keeps no snapshot without one, and would lose it at each
 * start.
 */
export function withManifest(
  metadata: PodMetadata | undefined,
  folder: PodFolder,
  manifest: PodManifest,
): PodMetadata {
  return {
    pod_name: folder.name,
    ...metadata,
    resolved_manifest_snapshot: {
      ...manifest,
      profile: manifest.profile ??
        { source: { kind: "path", path: folder.snapshot } },
    },
  };
}
