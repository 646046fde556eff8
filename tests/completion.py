"""Scripts with which a shell completes verbs, options, companies and people, made from the table of verbs.

`tests.share` writes them; the verb `completion` prints what it wrote.
"""

from collections.abc import Sequence

from followup_tui.cli.command import Command

COMMON = ("--data", "--now", "--help")
"""The options of every verb."""
NAMES = {"COMPANY": "companies", "NAME": "names"}
"""What the scripts ask the verb `completion` for, by the name of the argument that takes it."""
FILES = ("FILE", "OTHER")
"""The names of arguments that take a file."""


def script(shell: str, commands: Sequence[Command]) -> str:
    """Return the script for `bash`, `zsh` or `fish`."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](commands)


def _words(command: Command) -> list[str]:
    """Return what may follow the verb: its choices and its options."""
    words: list[str] = []
    for names, settings in command.arguments:
        is_option = names[0].startswith("-")
        words += list(names) if is_option else settings.get("choices", ())
    return [*words, *COMMON]


def _list(command: Command) -> str:
    """Return the list of names from which the words after the verb come; empty if they are no names."""
    metavars = [settings.get("metavar", "") for names, settings in command.arguments if names[0][0] != "-"]
    return next((NAMES[metavar] for metavar in metavars if metavar in NAMES), "")


def _options(commands: Sequence[Command], metavars: Sequence[str]) -> list[str]:
    """Return the options whose value has one of those names."""
    found = (
        name
        for command in commands
        for names, settings in command.arguments
        for name in names
        if name.startswith("-") and settings.get("metavar") in metavars
    )
    return sorted(set(found))


def _bash(commands: Sequence[Command]) -> str:
    cases = "\n".join(
        f"    {command.name}) list='{_list(command)}'; words='{' '.join(_words(command))}' ;;"
        for command in commands
    )
    names = " ".join(command.name for command in commands)
    return f"""\
# eval "$(followup-tui completion bash)"
_followup_tui() {{
  local list='' words='' name verb='' skip='' current="${{COMP_WORDS[COMP_CWORD]}}"
  local before="${{COMP_WORDS[COMP_CWORD-1]}}" case_rule="$(shopt -p nocasematch)"
  local -a data=()
  COMPREPLY=()
  for ((name = 1; name < COMP_CWORD; name++)); do
    case "${{COMP_WORDS[name]}}" in
      --data) data=(--data "$(eval printf %s "${{COMP_WORDS[name+1]}}" 2>/dev/null)"); ((name++)) ;;
      --now) ((name++)) ;;
      -*) ;;
      *) verb="${{verb:-${{COMP_WORDS[name]}}}}" ;;
    esac
  done
  case "$before" in
    {"|".join(["--data", "csv", *_options(commands, FILES)])})
      COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  case "$verb" in
{cases}
    *) words='{names} {" ".join(COMMON)} --version' ;;
  esac
  case "$before" in
    {"|".join(_options(commands, ["COMPANY"]))}) list='companies'; words='' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [ -n "$list" ] || return
  shopt -s nocasematch
  while IFS= read -r name; do
    case "$current" in
      [\\"\\']*) [[ "$name" == "${{current:1}}"* ]] && COMPREPLY+=("$name") ;;
      *) [[ "$name" == "${{current//\\\\/}}"* ]] && COMPREPLY+=("$(printf %q "$name")") ;;
    esac
  done < <(followup-tui "${{data[@]}}" completion "$list" 2>/dev/null)
  eval "$case_rule"
}}
complete -o default -F _followup_tui followup-tui
"""


def _zsh(commands: Sequence[Command]) -> str:
    described = "\n".join(f"    {_quoted(f'{command.name}:{command.help}')}" for command in commands)
    cases = "\n".join(
        f"    {command.name}) {_zsh_names(_list(command))}compadd -- {' '.join(_words(command))}; _files ;;"
        for command in commands
    )
    return f"""\
#compdef followup-tui
# eval "$(followup-tui completion zsh)"
_followup_tui_names() {{
  local -a data found
  local at=${{words[(I)--data]}}
  (( at )) && data=(--data ${{(Q)words[at+1]}})
  found=("${{(@f)$(followup-tui $data completion $1 2>/dev/null)}}")
  compadd -M 'm:{{[:lower:][:upper:]}}={{[:upper:][:lower:]}}' -- "${{(@)found:#}}"
}}
_followup_tui() {{
  local -a verbs
  local verb
  verbs=(
{described}
  )
  case "${{words[CURRENT-1]}}" in
    {"|".join(_options(commands, ["COMPANY"]))}) _followup_tui_names companies; return ;;
    {"|".join(["--data", *_options(commands, FILES)])}) _files; return ;;
  esac
  verb=${{words[2]}}
  [[ $verb == --data || $verb == --now ]] && verb=${{words[4]}}
  if (( CURRENT == 2 )) || [[ -z $verb || $verb == ${{words[CURRENT]}} ]]; then
    _describe verb verbs
    return
  fi
  case $verb in
{cases}
  esac
}}
if [[ ${{funcstack[1]}} == _followup-tui ]]; then
  _followup_tui
else
  compdef _followup_tui followup-tui
fi
"""


def _zsh_names(names: str) -> str:
    return f"_followup_tui_names {names}; " if names else ""


def _fish(commands: Sequence[Command]) -> str:
    lines = [
        "# followup-tui completion fish | source",
        "function __followup_tui_names",
        "  set -l words (commandline -opc)",
        "  set -l at (contains -i -- --data $words)",
        "  and set -l data --data $words[(math $at + 1)]",
        "  followup-tui $data completion $argv[1] 2>/dev/null",
        "end",
        "complete -c followup-tui -n __fish_use_subcommand -f",
        "complete -c followup-tui -l data -r",
    ]
    for command in commands:
        lines.append(
            f"complete -c followup-tui -n __fish_use_subcommand -a {command.name} -d {_quoted(command.help)}"
        )
        condition = f"complete -c followup-tui -n '__fish_seen_subcommand_from {command.name}'"
        if names := _list(command):
            lines.append(f"{condition} -f -a '(__followup_tui_names {names})'")
        takes_company = _options([command], ["COMPANY"])
        for word in _words(command):
            values = " -x -a '(__followup_tui_names companies)'" if word in takes_company else ""
            lines.append(f"{condition} {_fish_word(word)}{values}")
    return "\n".join(lines) + "\n"


def _fish_word(word: str) -> str:
    """Return an option or an argument as fish's `complete` takes it."""
    if word.startswith("--"):
        return f"-l {word[2:]}"
    return f"-s {word[1:]}" if word.startswith("-") else f"-a {word}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "’") + "'"
