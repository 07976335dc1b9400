/** Fish 3. */
export const FISH: string = String
  .raw`# Completion of insomnia-profile for fish.
# insomnia-profile completions fish | source
function __insomnia_profile_complete
    set -l words (commandline -opc)
    # What is typed of the word, without a quote that is still open.
    set -l current (commandline -ct | string replace -r '^[\'"]' '')
    for answer in (insomnia-profile __complete $words[2..] "=$current" 2>/dev/null)
        switch $answer
            case ':file'
                __fish_complete_path "$current"
            case ':directory'
                __fish_complete_directories "$current"
            case '*'
                echo $answer
        end
    end
end
complete -c insomnia-profile -f -a '(__insomnia_profile_complete)'
`;
