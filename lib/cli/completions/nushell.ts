import {
  type CommandName,
  COMMANDS,
  COMMON_FLAGS,
  DEFAULT_COMMAND,
} from "../arguments/command_table.ts";
import { commandSpec } from "../arguments/known_commands.ts";
import { flagHelp } from "../arguments/command_usage.ts";
import { type FlagName, FLAGS, flagSpec } from "../arguments/flag_table.ts";

/**
 * Nushell: it completes and checks the flags of an external command itself, so
 * that those of each command are named, and all of them where a flag stands
 * before the command; words and values are asked for.
 */
export function nushell(): string {
  const externs = (Object.keys(COMMANDS) as CommandName[]).map((name) =>
    extern(name, [...commandSpec(name).flags, ...COMMON_FLAGS])
  );
  return String.raw`# Completion of insomnia-profile for Nushell.
# insomnia-profile completions nushell | save insomnia-profile.nu; use insomnia-profile.nu *
def "nu-complete insomnia-profile" [context: string] {
    # In double or single quotes, also ones that are still open; or bare.
    let typed = ($context | parse --regex r#'(?<raw>"[^"]*"?|'[^']*'?|\S+)'# | get raw)
    let typed = if $context =~ '\s$' { $typed | append "" } else { $typed }
    let quote = ($typed | last | parse --regex r#'^(?<quote>["'])'# | get -o 0.quote | default "")
    let words = ($typed | each { |word| $word | str trim --char '"' | str trim --char "'" })
    let answers = (
        ^insomnia-profile __complete ...($words | drop 1 | skip 1) $"=($words | last)"
        | lines
    )
    let candidates = ($answers | where { |answer| not ($answer starts-with ":") })
    # Nothing makes Nushell offer files.
    if ($candidates | is-empty) and ($answers | is-not-empty) { return null }
    $candidates | each { |answer|
        let parts = ($answer | split row (char tab))
        { value: $"($quote)($parts.0)($quote)", description: ($parts | get -o 1 | default "") }
    }
}

${extern(undefined, Object.keys(FLAGS) as FlagName[])}
${externs.join("\n")}
`;
}

function extern(
  command: CommandName | undefined,
  flags: readonly FlagName[],
): string {
  const lines = flags.map((name) => {
    const { value, letter } = flagSpec(name);
    const help = flagHelp(command ?? DEFAULT_COMMAND, name);
    const short = letter ? ` (-${letter})` : "";
    const type = value ? `: string@"nu-complete insomnia-profile"` : "";
    return `    --${name}${short}${type} # ${help}`;
  });
  return [
    `export extern "insomnia-profile${command ? ` ${command}` : ""}" [`,
    `    ...words: string@"nu-complete insomnia-profile"`,
    ...lines,
    "]",
  ].join("\n");
}
