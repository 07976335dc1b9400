import { failure } from "../base/profile_error.ts";
import { grantedAt, scopeMeaning } from "../manifest/compare/scope_meaning.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type { NotCarried } from "./frozen_profile.ts";
import type { PodFolder } from "./pod_folder.ts";
import type { Conversation } from "./pod_metadata.ts";
import { shellWord } from "./shell_word.ts";

/** How a Pod is started with the runtime. */
export interface LaunchPlan {
  /**
   * - `profile`: the first start, as a frozen profile
   * - `manifest`: the first start, as a manifest file, settled afterwards
   * - `restore`: every later start
   */
  readonly kind: "profile" | "manifest" | "restore";
  /** The folder that the runtime has to be started in. */
  readonly directory: string;
  /** The whole line, for a POSIX shell. */
  readonly command: string;
  /** Why the first start is not as a profile. */
  readonly notCarried?: NotCarried;
}

/** What a launch depends on. */
export interface LaunchFacts {
  readonly folder: PodFolder;
  readonly manifest: PodManifest;
  readonly conversation: Conversation;
  /** Left out: the Pod was adopted. */
  readonly workspace?: string;
  /** Left out: a profile carries it. */
  readonly notCarried?: NotCarried;
  /** Folders of the scope that are there. */
  readonly folders: readonly string[];
}

const RUNTIME = "insomnia-pod";
const PROGRAM = "insomnia-profile";

/**
 * The command that starts a Pod: what each way of the runtime's does to a Pod's
 * files decides which one. Values stand behind a `=`, since a name may begin
 * with a dash.
 *
 * @throws {ProfileError} `pod-unstartable`
 */
export function planLaunch(facts: LaunchFacts): LaunchPlan {
  const { folder, conversation, notCarried } = facts;
  const directory = workingDirectory(facts);
  const enter = `cd -- ${shellWord(directory)} &&`;
  const option = (name: string, value: string) =>
    `--${name}=${shellWord(value)}`;
  const fromManifest = option("manifest", folder.launchToml);
  if (conversation === "there") {
    return {
      kind: "restore",
      directory,
      command: `${enter} ${RUNTIME} ${fromManifest} ${
        option("pod", folder.name)
      } --require-pod-state`,
    };
  }
  if (notCarried === undefined) {
    return {
      kind: "profile",
      directory,
      command: `${enter} ${RUNTIME} ${option("profile", folder.launchLua)} ${
        option("profile-pod-name", folder.name)
      }`,
    };
  }
  // Started this way, the runtime erases its snapshot, so it is put back
  // afterwards.
  const settle = folder.name.startsWith("-")
    ? `--settle -- ${shellWord(folder.name)}`
    : `${shellWord(folder.name)} --settle`;
  return {
    kind: "manifest",
    directory,
    command:
      `(${enter} ${RUNTIME} ${fromManifest}); ${PROGRAM} pod launch ${settle}`,
    notCarried,
  };
}

/** The runtime takes its working folder, and a profile's scope, from there. */
function workingDirectory(
  { manifest: { scope }, workspace, notCarried, folders, folder }: LaunchFacts,
): string {
  if (notCarried === undefined) return scope.allow[0]!.target;
  const meaning = scopeMeaning(scope);
  const isReadable = (path: string) => grantedAt(meaning, path) !== "nothing";
  const found = [...workspace ? [workspace] : [], ...folders].find(isReadable);
  if (found !== undefined) return found;
  throw failure(
    "pod-unstartable",
    `the Pod \`${folder.name}\` cannot be started: no folder of its scope can be read`,
    {
      help: "the runtime refuses to start in a folder that it may not read; " +
        "delegate at least one folder with `read:`",
    },
  );
}
