"""`due`: what to do now."""

import argparse
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from followup_tui.storage.answer import fingerprint, keep_answer
from followup_tui.verbs.common import Verb, clock_of, locations_of, planned, print_json, read

if TYPE_CHECKING:
    from followup_tui.core.model import Logbook


def _due(options: argparse.Namespace) -> int:
    from followup_tui.core.agenda import in_order

    now = clock_of(options)()
    used = locations_of(options)
    before = fingerprint(str(used.data))
    logbook = read(used)
    pairs = in_order(planned(logbook, now))
    if options.json:
        from followup_tui.export.jsonview import json_due

        print_json(json_due(pairs, now))
        return 0
    lines = [
        f"{interview.company}: {todo.text}, {todo.when(plan.today)}".rstrip(", ")
        for interview, plan in pairs
        for todo in plan.todos
    ]
    if not options.brief:
        print("\n".join(lines) if lines else "Nothing to do today.")
        return 0
    more = f" (+{len(lines) - 1})" if len(lines) > 1 else ""
    answer = f"{lines[0]}{more}\n" if lines else ""
    print(answer, end="")
    if getattr(options, "now", None) is None:
        keep_answer(str(used.data), str(used.state), before, now, holds_until(logbook, now), answer)
    return 0


def holds_until(logbook: "Logbook", now: datetime) -> datetime:
    """The next moment at which the answer may be another though the file is the same: a midnight, here or
    where an interview took place, or the beginning of an interview."""
    moments = [_midnight(now)]
    for one in logbook.interviews:
        moments.append(_midnight(now.astimezone(one.held_at.tzinfo)))
        if one.held_at > now:
            moments.append(one.held_at)
    return min(moments, key=lambda at: at.astimezone(UTC))


def _midnight(now: datetime) -> datetime:
    return datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)


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
