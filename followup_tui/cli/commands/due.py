"""`due`: what to do now."""

import argparse
import sys

from followup_tui.cli.command import (
    USED_WRONG,
    Verb,
    Wrong,
    clock_of,
    is_absent,
    locations_of,
    planned,
    print_json,
    read,
)
from followup_tui.storage.cache.due_brief import fingerprint, keep_answer


def _due(options: argparse.Namespace) -> int:
    from followup_tui.core.rules.agenda import due_lines, sort_by_urgency

    if options.json and options.brief:
        raise Wrong("--json and --brief are two forms of one answer; give one of them", USED_WRONG)
    now = clock_of(options)()
    used = locations_of(options)
    before = fingerprint(str(used.data))
    if is_absent(used, options) and not options.brief:
        print(f"--data {used.data}: there is no such file yet", file=sys.stderr)
    logbook = read(used, tells=not options.brief)
    pairs = sort_by_urgency(planned(logbook, now))
    if options.json:
        from followup_tui.export.json_export import json_due

        print_json(json_due(pairs, now))
        return 0
    lines = due_lines(pairs)
    if not options.brief:
        print("\n".join(lines) if lines else "Nothing to do today.")
        return 0
    more = f" (+{len(lines) - 1})" if len(lines) > 1 else ""
    answer = f"{lines[0]}{more}\n" if lines else ""
    print(answer, end="")
    if getattr(options, "now", None) is None:
        from followup_tui.session.plan_cache import held_between

        keep_answer(str(used.data), str(used.state), before, now, held_between(logbook, now)[1], answer)
    return 0


DUE = Verb(
    "due",
    _due,
    "due [--json | --brief]",
    "what to do now, one line each; --brief: one line in all, empty when calm",
    "followup-tui due --brief",
    (
        (("--json",), {"action": "store_true", "help": "as JSON, for scripts"}),
        (("--brief",), {"action": "store_true", "help": "one line, empty when calm"}),
    ),
)
