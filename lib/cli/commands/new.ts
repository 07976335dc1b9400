import { failure, ProfileError } from "../../base/profile_error.ts";
import { nameMeanings } from "../../registry/name_meanings.ts";
import { discoverProfiles } from "../../registry/discover_profiles.ts";
import type { ProfileRegistry } from "../../registry/profile_registry.ts";
import { formatSelector } from "../../selector/format_selector.ts";
import type { ProfileSelector } from "../../selector/profile_selector.ts";
import { rememberingSystem } from "../../system/remembering_system.ts";
import type { CommandContext } from "../command.ts";
import {
  type DialogChoice,
  type DialogState,
  NAME_MAX_LENGTH,
  nameCharacters,
} from "../dialog/dialog_state.ts";
import { type Preview, previewOf } from "../dialog/preview.ts";
import { runDialog } from "../dialog/run_dialog.ts";
import { resolveIsolated } from "../isolation/resolve_isolated.ts";
import { type LaunchOptions, launchOptions } from "../launch_options.ts";
import { openStore } from "../pods/open_store.ts";
import { outputStyle } from "../output_style.ts";
import { SIGNAL_EXIT } from "../signal_exit.ts";
import { typedSelector } from "../typed_selector.ts";

/** `new [SELECTOR]`: asks for a name and a profile, then creates the Pod. */
export async function newPod(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, terminal, report } = context;
  requireTerminal(context);
  const system = rememberingSystem(context.system);
  const options = await launchOptions(flags, system);
  report(options.remarks);
  const registry = await discoverProfiles(options);
  const typed = operands[0];
  const selector = typedSelector(typed, system.cwd());
  if (selector.kind === "stdin") {
    throw failure(
      "usage",
      "`new` cannot read a profile from standard input: keys are typed there",
      { help: "`insomnia-profile pod create - --pod-name NAME` takes one" },
    );
  }
  const choices = choicesOf(registry, selector, typed);
  const preview = previewer(options, context);
  const chosen = await chosenAtFirst(choices, selector, registry, preview);

  const name = nameCharacters(options.podName).slice(0, NAME_MAX_LENGTH);
  const pods = flags.print ? new Set() : await podNames(context);
  const end = await runDialog(
    { name, cursor: name.length, choices, chosen },
    {
      terminal,
      system: context.system,
      color: outputStyle(terminal.error, system, flags.color).color,
      preview,
      taken: (name) => pods.has(name),
    },
  );
  if (end.signal !== undefined) return SIGNAL_EXIT[end.signal];
  const { state } = end;
  if (state.outcome !== "confirmed") return SIGNAL_EXIT.SIGINT;
  return await finish(state, context);
}

function requireTerminal({ args, terminal }: CommandContext): void {
  if (terminal.input.isTerminal && terminal.error.isTerminal) return;
  const selector = args.operands[0] ?? "default";
  const instead = args.flags.print
    ? `insomnia-profile ${selector} --pod-name NAME`
    : `insomnia-profile pod create ${selector} --pod-name NAME`;
  throw failure("usage", "`new` needs a terminal", {
    help: `without asking: \`${instead}\``,
  });
}

/** What can be chosen: every profile that can be picked, and a path that was typed. */
function choicesOf(
  { entries }: ProfileRegistry,
  selector: ProfileSelector,
  typed: string | undefined,
): DialogChoice[] {
  const registered = entries.filter(({ status }) => status === "ok")
    .map(({ qualifiedName, isDefault, description }) => ({
      selector: qualifiedName,
      isDefault,
      ...description !== undefined && { description },
    }));
  return selector.kind === "path" && typed !== undefined
    ? [{ selector: typed, isDefault: false }, ...registered]
    : registered;
}

/**
 * Where the profile field begins.
 *
 * @throws {ProfileError} where nothing, or more than one thing, is meant
 */
async function chosenAtFirst(
  choices: readonly DialogChoice[],
  selector: ProfileSelector,
  registry: ProfileRegistry,
  preview: (selector: string) => Promise<Preview>,
): Promise<number> {
  const meant = selector.kind === "path"
    ? choices[0]?.selector
    : selector.kind === "registry"
    ? formatSelector(selector)
    : selector.kind === "name"
    ? onlyMeaning(selector.name, registry)
    : choices.find(({ isDefault }) => isDefault)?.selector;
  const at = choices.findIndex(({ selector }) => selector === meant);
  if (at !== -1) return at;
  // No choice has that name: resolving it throws the error that says why.
  await preview(formatSelector(selector));
  return 0;
}

function onlyMeaning(
  name: string,
  registry: ProfileRegistry,
): string | undefined {
  const [meaning, ...others] = nameMeanings(name, registry);
  if (meaning === undefined || others.length > 0) return undefined;
  return formatSelector(meaning.selector);
}

/** Resolves a choice as `pod create` will: isolated, in a worker. */
function previewer(
  { remarks: _, ...options }: LaunchOptions,
  context: CommandContext,
): (selector: string) => Promise<Preview> {
  return async (text) => {
    const selector = typedSelector(text, options.system.cwd());
    const resolved = await resolveIsolated({ ...options, selector }, context, {
      writesAfterwards: true,
    });
    return previewOf(resolved, options.workspace);
  };
}

/** The stored Pods; none if the store cannot be read, which creating reports. */
async function podNames(context: CommandContext): Promise<Set<string>> {
  try {
    const pods = await openStore(context).list();
    return new Set(pods.map(({ name }) => name));
  } catch (error) {
    if (error instanceof ProfileError) return new Set();
    throw error;
  }
}

/** Creates the chosen Pod, exactly as `pod create` does. */
async function finish(
  { name, choices, chosen }: DialogState,
  context: CommandContext,
): Promise<number> {
  const { args } = context;
  const written = {
    ...context,
    args: {
      ...args,
      operands: [choices[chosen]!.selector],
      flags: { ...args.flags, "pod-name": name },
    },
  };
  if (args.flags.print) {
    const { resolve } = await import("./resolve.ts");
    return await resolve(written);
  }
  const { podCreate } = await import("./pod_create.ts");
  return await podCreate(written);
}
