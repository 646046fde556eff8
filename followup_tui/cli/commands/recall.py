"""`recall`: the recall card of a company or a person, as text."""

import argparse
import sys

from followup_tui.cli.command import SUCCESS, Command, CommandError, argument, clock_of, paths_of
from followup_tui.cli.logbook_access import plans, read_logbook, require_file
from followup_tui.cli.output import either


def _run(options: argparse.Namespace) -> int:
    from followup_tui.core.companies import similar_companies
    from followup_tui.core.notes.facts import people_in
    from followup_tui.core.rules.recall import find_positions, recall_card
    from followup_tui.core.rules.recall_text import card_sections, card_title

    name = " ".join(options.name)
    paths = paths_of(options)
    require_file(paths, options)
    logbook = read_logbook(paths)
    positions = find_positions(name, plans(logbook, clock_of(options)()), logbook.rules)
    if not positions:
        companies = [record.company for record in logbook.interviews]
        people = [person for record in logbook.interviews for person in people_in(record.notes)]
        similar = similar_companies(name, [*companies, *people])
        hint = f"; did you mean {either(similar)}?" if similar else ""
        raise CommandError(f"no company and no one you met is called “{name}”{hint}")
    cards = [recall_card(plan, logbook.rules, name) for plan in positions]
    print(card_title(cards[0]))
    for section in card_sections(cards[0]):
        print(f"\n{section.title}", *section.lines, sep="\n  ")
    if len(cards) > 1:
        others = ", ".join(dict.fromkeys(map(card_title, cards[1:])))
        print(f"also found: {others}", file=sys.stderr)
    return SUCCESS


RECALL = Command(
    "recall",
    _run,
    "recall NAME",
    "what you know of a company or a person, to read while the phone rings",
    "followup-tui recall acme",
    argument("name", metavar="NAME", nargs="+", help="a company or a person, or a part of the name"),
)
