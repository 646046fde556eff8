"""`completion`: what a shell needs to complete our verbs and their options, made from the table of verbs."""

import argparse
from collections.abc import Iterable

from followup_tui.cli.command import Verb

COMMON = ("--data", "--now", "--help")


def script(shell: str, verbs: Iterable[Verb]) -> str:
    """The script for `bash`, `zsh` or `fish`."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](tuple(verbs))


def _words(verb: Verb) -> list[str]:
    """What may follow the verb: its choices and its options."""
    words: list[str] = []
    for names, settings in verb.arguments:
        is_option = names[0].startswith("-")
        words += list(names) if is_option else settings.get("choices", ())
    return [*words, *COMMON]


def _bash(verbs: tuple[Verb, ...]) -> str:
    cases = "\n".join(f"    {one.name}) words='{' '.join(_words(one))}' ;;" for one in verbs)
    names = " ".join(one.name for one in verbs)
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


def _zsh(verbs: tuple[Verb, ...]) -> str:
    described = "\n".join(f"    {_quoted(f'{one.name}:{one.help}')}" for one in verbs)
    cases = "\n".join(f"    {one.name}) compadd -- {' '.join(_words(one))}; _files ;;" for one in verbs)
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


def _fish(verbs: tuple[Verb, ...]) -> str:
    lines = [
        "# followup-tui completion fish | source",
        "complete -c followup-tui -n __fish_use_subcommand -f",
    ]
    for one in verbs:
        lines.append(
            f"complete -c followup-tui -n __fish_use_subcommand -a {one.name} -d {_quoted(one.help)}"
        )
        for word in _words(one):
            seen = f"-n '__fish_seen_subcommand_from {one.name}'"
            what = (
                f"-l {word[2:]}" if word[:2] == "--" else f"-s {word[1:]}" if word[0] == "-" else f"-a {word}"
            )
            lines.append(f"complete -c followup-tui {seen} {what}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "’") + "'"


def _completion(options: argparse.Namespace) -> int:
    from followup_tui.cli.main import VERBS

    print(script(options.shell, VERBS), end="")
    return 0


COMPLETION = Verb(
    "completion",
    _completion,
    "completion bash|zsh|fish",
    "what your shell needs to complete these verbs",
    "followup-tui completion bash",
    ((("shell",), {"choices": ["bash", "zsh", "fish"], "help": "which shell"}),),
)
