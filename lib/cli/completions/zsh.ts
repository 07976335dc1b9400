/** Zsh, sourced or as `_insomnia-profile` in a folder of `$fpath`. */
export const ZSH: string = String.raw`#compdef insomnia-profile
# Completion of insomnia-profile for zsh, after compinit.
# source <(insomnia-profile completions zsh)
_insomnia_profile() {
  local answer word help
  local -a names described open opened
  local -a before=("\${(@Q)words[2,CURRENT-1]}")
  for answer in "\${(@f)$(insomnia-profile __complete "\${before[@]}" "=\${(Q)PREFIX}" 2>/dev/null)}"; do
    case $answer in
      '') ;;
      :file) _files ;;
      :directory) _files -/ ;;
      *)
        word="\${answer%%$'\t'*}" help="\${answer#*$'\t'}"
        help="$word\${help:+  -- $help}"
        # The name goes on behind these.
        if [[ $word == *[:/=] ]]; then
          open+=("$word") opened+=("$help")
        else
          names+=("$word") described+=("$help")
        fi ;;
    esac
  done
  compadd -l -d described -a names
  compadd -l -S '' -d opened -a open
}
if [[ $funcstack[1] == _insomnia* ]]; then _insomnia_profile "$@"; else compdef _insomnia_profile insomnia-profile; fi
`.replaceAll("\\$", "$");
