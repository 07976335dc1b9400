import { type FlagName, FLAGS, flagSpec } from "../command_table.ts";

/**
 * Nushell: it checks the flags of an external command, so that each is named;
 * what stands behind them is asked for like everything else.
 */
export function nushell(): string {
  const flags = (Object.keys(FLAGS) as FlagName[]).map((name) => {
    const { value, letter, help } = flagSpec(name);
    const short = letter ? ` (-${letter})` : "";
    const type = value ? `: string@"nu-complete insomnia-profile"` : "";
    return `    --${name}${short}${type} # ${help}`;
  });
  return String.raw`# Completion of insomnia-profile for Nushell.
# insomnia-profile completions nushell | save insomnia-profile.nu; use insomnia-profile.nu *
def "nu-complete insomnia-profile" [context: string] {
    let words = ($context | split row --regex '\s+' | skip 1)
    let current = ($words | last)
    ^insomnia-profile __complete ...($words | drop 1) $"=($current)"
    | lines
    | where { |answer| not ($answer starts-with ":") }
    | each { |answer|
        let parts = ($answer | split row (char tab))
        { value: $parts.0, description: ($parts | get -o 1 | default "") }
    }
}

export extern "insomnia-profile" [
    ...words: string@"nu-complete insomnia-profile"
${flags.join("\n")}
]
`;
}
