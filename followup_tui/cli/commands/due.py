"""`due`: what to do now."""

import argparse
import sys

from followup_tui.cli.command import SUCCESS, USAGE_ERROR, Command, CommandError, argument, clock_of, paths_of
from followup_tui.cli.logbook_access import is_missing, plans, read_logbook
from followup_tui.cli.output import to_json


def _run(options: argparse.Namespace) -> int:
    from followup_tui.core.rules.agenda import due_lines
    from followup_tui.storage.cache.due_brief import cache_answer, fingerprint_text

    if options.json and options.brief:
        raise CommandError("--json and --brief can't be combined", USAGE_ERROR)
    now = clock_of(options)()
    paths = paths_of(options)
    before = fingerprint_text(str(paths.data))
    if is_missing(paths, options) and not options.brief:
        print(f"--data {paths.data}: no such file yet", file=sys.stderr)
    logbook = read_logbook(paths, warn=not options.brief)
    position_plans = plans(logbook, now)
    if options.json:
        from followup_tui.export.json_export import json_due

        print(to_json(json_due(position_plans, now)), end="")
        return SUCCESS
    lines = due_lines(position_plans)
    if not options.brief:
        print("\n".join(lines) if lines else "Nothing due today.")
        return SUCCESS
    more = f" (+{len(lines) - 1})" if len(lines) > 1 else ""
    answer = f"{lines[0]}{more}\n" if lines else ""
    print(answer, end="")
    if getattr(options, "now", None) is None:
        from followup_tui.session.plan_cache import plan_validity

        _, valid_until = plan_validity(logbook, now)
        cache_answer(str(paths.data), str(paths.state), before, now, valid_until, answer)
    return SUCCESS


DUE = Command(
    "due",
    _run,
    "due [--json | --brief]",
    "what is due now, one line each; --brief: a single line, or nothing",
    "followup-tui due --brief",
    argument("--json", action="store_true", help="as JSON, for scripts"),
    argument("--brief", action="store_true", help="a single line, or nothing"),
)
