# eval "$(followup-tui completion bash)"
_followup_tui() {
  local list='' words='' name verb='' skip='' current="${COMP_WORDS[COMP_CWORD]}"
  local before="${COMP_WORDS[COMP_CWORD-1]}" case_rule="$(shopt -p nocasematch)"
  local -a data=()
  COMPREPLY=()
  for ((name = 1; name < COMP_CWORD; name++)); do
    case "${COMP_WORDS[name]}" in
      --data) data=(--data "$(eval printf %s "${COMP_WORDS[name+1]}" 2>/dev/null)"); ((name++)) ;;
      --now) ((name++)) ;;
      -*) ;;
      *) verb="${verb:-${COMP_WORDS[name]}}" ;;
    esac
  done
  case "$before" in
    --data|csv|--output|-o)
      COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  case "$verb" in
    demo) list=''; words='--data --now --help' ;;
    note) list=''; words='--to --data --now --help' ;;
    new) list='companies'; words='--role --at --round --setting --data --now --help' ;;
    due) list=''; words='--json --brief --data --now --help' ;;
    recall) list='names'; words='--data --now --help' ;;
    export) list=''; words='ics md json -o --output --to --force --schema --data --now --help' ;;
    import) list=''; words='csv --yes --date-column --company-column --day-first --month-first --data --now --help' ;;
    check) list=''; words='--data --now --help' ;;
    merge) list=''; words='--data --now --help' ;;
    restore) list=''; words='--data --now --help' ;;
    where) list=''; words='--data --now --help' ;;
    completion) list=''; words='bash zsh fish companies names --data --now --help' ;;
    *) words='demo note new due recall export import check merge restore where completion --data --now --help --version' ;;
  esac
  case "$before" in
    --to) list='companies'; words='' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [ -n "$list" ] || return
  shopt -s nocasematch
  while IFS= read -r name; do
    case "$current" in
      [\"\']*) [[ "$name" == "${current:1}"* ]] && COMPREPLY+=("$name") ;;
      *) [[ "$name" == "${current//\\/}"* ]] && COMPREPLY+=("$(printf %q "$name")") ;;
    esac
  done < <(followup-tui "${data[@]}" completion "$list" 2>/dev/null)
  eval "$case_rule"
}
complete -o default -F _followup_tui followup-tui
