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

export extern "insomnia-profile" [
    ...words: string@"nu-complete insomnia-profile"
${flags.join("\n")}
]
`;
}
