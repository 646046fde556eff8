"""`completion`: scripts with which a shell completes the verbs and their options."""

import argparse
from collections.abc import Sequence

from followup_tui.cli.command import SUCCESS, Command

COMMON = ("--data", "--now", "--help")
"""The options of every verb."""


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


def _bash(commands: Sequence[Command]) -> str:
    cases = "\n".join(f"    {command.name}) words='{' '.join(_words(command))}' ;;" for command in commands)
    names = " ".join(command.name for command in commands)
    return f"""\
# eval "$(followup-tui completion bash)"
_followup_tui() {{
  local words current="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}"
  COMPREPLY=()
  case "$before" in
    --data|-o|--output|csv) COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  case "${{COMP_WORDS[1]}}" in
{cases}
    *) words='{names} {" ".join(COMMON)} --version' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _followup_tui followup-tui
"""


def _zsh(commands: Sequence[Command]) -> str:
    described = "\n".join(f"    {_quoted(f'{command.name}:{command.help}')}" for command in commands)
    cases = "\n".join(
        f"    {command.name}) compadd -- {' '.join(_words(command))}; _files ;;" for command in commands
    )
    return f"""\
#compdef followup-tui
# eval "$(followup-tui completion zsh)"
_followup_tui() {{
  local -a verbs
  verbs=(
{described}
  )
  if (( CURRENT == 2 )); then
    _describe verb verbs
    return
  fi
  case "${{words[2]}}" in
{cases}
  esac
}}
compdef _followup_tui followup-tui
"""


def _fish(commands: Sequence[Command]) -> str:
    lines = [
        "# followup-tui completion fish | source",
        "complete -c followup-tui -n __fish_use_subcommand -f",
    ]
    for command in commands:
        lines.append(
            f"complete -c followup-tui -n __fish_use_subcommand -a {command.name} -d {_quoted(command.help)}"
        )
        for word in _words(command):
            condition = f"-n '__fish_seen_subcommand_from {command.name}'"
            kind = (
                f"-l {word[2:]}" if word[:2] == "--" else f"-s {word[1:]}" if word[0] == "-" else f"-a {word}"
            )
            lines.append(f"complete -c followup-tui {condition} {kind}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "’") + "'"


def _run(options: argparse.Namespace) -> int:
    print(script(options.shell, options.commands), end="")
    return SUCCESS


COMPLETION = Command(
    "completion",
    _run,
    "completion bash|zsh|fish",
    "what your shell needs to complete these verbs",
    "followup-tui completion bash",
    ((("shell",), {"choices": ["bash", "zsh", "fish"], "help": "which shell"}),),
)
