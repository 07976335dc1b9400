/** Bash 3.2 and later. */
export const BASH: string = String
  .raw`# Completion of insomnia-profile for bash.
# source <(insomnia-profile completions bash)

# Splits the line as the shell does, and runs nothing of it: words holds what
# stands before the cursor, current its last word, quote what that is still in.
_insomnia_profile_split() {
  local line="$1" char="" open="" at
  words=() current="" quote=""
  for ((at = 0; at < \${#line}; at++)); do
    char="\${line:at:1}"
    if [[ -n $quote ]]; then
      if [[ $char == "$quote" ]]; then quote=""
      elif [[ $char == "\\" && $quote == '"' ]]; then current+="\${line:++at:1}"
      else current+="$char"
      fi
      continue
    fi
    case $char in
      "'" | '"') quote="$char" open=1 ;;
      "\\") current+="\${line:++at:1}" open=1 ;;
      [[:space:]]) [[ -n $open ]] && words+=("$current"); current="" open="" ;;
      *) current+="$char" open=1 ;;
    esac
  done
}

_insomnia_profile() {
  local answer word current quote skip=""
  local -a words paths
  _insomnia_profile_split "\${COMP_LINE:0:COMP_POINT}"
  # Outside quotes, bash replaces only what stands behind the last of these.
  [[ -z $quote && $current == *[:=]* && $COMP_WORDBREAKS == *:* ]] &&
    skip="\${current%"\${current##*[:=]}"}"
  COMPREPLY=()
  while IFS= read -r answer; do
    case $answer in
      :file) while IFS= read -r word; do paths+=("$word"); done < <(compgen -f -- "$current") ;;
      :directory) while IFS= read -r word; do paths+=("$word"); done < <(compgen -d -- "$current") ;;
      *) COMPREPLY+=("\${answer%%$'\t'*}") ;;
    esac
  done < <(insomnia-profile __complete "\${words[@]:1}" "=$current" 2>/dev/null)
  # Not "-o filenames": bash would put a backslash before every colon.
  for word in "\${paths[@]}"; do
    [[ -d $word ]] && word="$word/"
    COMPREPLY+=("$word")
  done
  for ((answer = 0; answer < \${#COMPREPLY[@]}; answer++)); do
    word="\${COMPREPLY[answer]}"
    # The name goes on behind these.
    [[ $word == *[:/=] ]] && compopt -o nospace 2>/dev/null
    word="\${word#"$skip"}"
    [[ -z $quote && $word == *[^a-zA-Z0-9_./:=,@%+~-]* ]] && printf -v word %q "$word"
    COMPREPLY[answer]="$word"
  done
}
complete -F _insomnia_profile insomnia-profile
`.replaceAll("\\$", "$");
