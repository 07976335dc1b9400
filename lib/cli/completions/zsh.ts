/** Zsh, sourced or as `_insomnia-profile` in a folder of `$fpath`. */
export const ZSH: string = String.raw`#compdef insomnia-profile
# Completion of insomnia-profile for zsh.
# source <(insomnia-profile completions zsh)
_insomnia_profile() {
  local answer word help
  local -a candidates
  local -a before=("\${(@)words[2,CURRENT-1]}")
  for answer in "\${(@f)$(insomnia-profile __complete "\${before[@]}" "=$PREFIX" 2>/dev/null)}"; do
    case $answer in
      '') ;;
      :file) _files ;;
      :directory) _files -/ ;;
      *)
        word="\${answer%%$'\t'*}" help="\${answer#*$'\t'}"
        candidates+=("\${word//:/\\:}\${help:+:$help}") ;;
    esac
  done
  _describe insomnia-profile candidates
}
if [[ $funcstack[1] == _insomnia* ]]; then _insomnia_profile "$@"; else compdef _insomnia_profile insomnia-profile; fi
`.replaceAll("\\$", "$");
