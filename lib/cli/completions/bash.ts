/** Bash 3.2 and later. */
export const BASH: string = String
  .raw`# Completion of insomnia-profile for bash.
# source <(insomnia-profile completions bash)
_insomnia_profile() {
  local line="\${COMP_LINE:0:COMP_POINT}" current answer skip=""
  local -a words
  read -ra words <<< "$line"
  current=""
  if [[ $line != *[[:space:]] ]]; then
    current="\${words[\${#words[@]}-1]}"
    unset "words[\${#words[@]}-1]"
  fi
  # Bash replaces only what stands behind the last of these.
  [[ $current == *[:=]* && $COMP_WORDBREAKS == *:* ]] && skip="\${current%"\${current##*[:=]}"}"
  COMPREPLY=()
  while IFS= read -r answer; do
    case $answer in
      :file) while IFS= read -r answer; do COMPREPLY+=("$answer"); done < <(compgen -f -- "\${current#"$skip"}"); compopt -o filenames 2>/dev/null ;;
      :directory) while IFS= read -r answer; do COMPREPLY+=("$answer"); done < <(compgen -d -- "\${current#"$skip"}"); compopt -o filenames 2>/dev/null ;;
      *) answer="\${answer%%$'\t'*}"; COMPREPLY+=("\${answer#"$skip"}") ;;
    esac
  done < <(insomnia-profile __complete "\${words[@]:1}" "=$current" 2>/dev/null)
}
complete -F _insomnia_profile insomnia-profile
`.replaceAll("\\$", "$");
