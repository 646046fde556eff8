"""The letters of the proof-reader's tests: right ones, and ones with one fault each."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from followup_tui.core.model.logbook import Contact, Draft, Interview, Logbook
from followup_tui.core.proofreading.proofread import Finding, proofread

HERE = Path(__file__).parent


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


SCENES: dict[str, dict[str, Any]] = _read("good.toml")["scene"]
GOOD: dict[str, dict[str, Any]] = {one["id"]: one for one in _read("good.toml")["letter"]}
FAULTS: list[dict[str, Any]] = _read("faults.toml")["fault"]


@cache
def logbook(scene: str) -> Logbook:
    """The logbook of a scene: its interview, then one with each of the other companies."""
    told = SCENES[scene]
    interview = {
        "id": scene,
        "company": told["company"],
        "role": told["role"],
        "held_at": told["held_at"],
        "notes": told["notes"],
    }
    others = [
        {
            "id": f"other{n}",
            "company": company,
            "held_at": told["held_at"],
            "notes": told.get("met", {}).get(company, ""),
        }
        for n, company in enumerate(told["others"])
    ]
    return Logbook.model_validate({"interview": [interview, *others]})


def draft_of(letter: dict[str, Any]) -> Draft:
    """The draft that a letter of the files describes; a thank-you note unless it says otherwise."""
    return Draft.model_validate(
        {
            "id": "draft",
            "kind": letter.get("kind", "thank-you"),
            "person": letter["person"],
            "channel": letter.get("channel", ""),
            "subject": letter.get("subject", ""),
            "body": letter["body"],
        }
    )


def faulty(fault: dict[str, Any]) -> dict[str, Any]:
    """The right letter that a fault is about, with the fault in it."""
    letter = dict(GOOD[fault["letter"]])
    if "body" in fault:
        letter["body"] = fault["body"]
    field = "subject" if fault.get("in_subject") else "body"
    if "old" in fault:
        assert letter.get(field, "").count(fault["old"]) >= 1, f"{fault['letter']} has no {fault['old']!r}"
        letter[field] = letter[field].replace(fault["old"], fault["new"], 1)
    letter.update(fault.get("with", {}))
    return letter


def judged(letter: dict[str, Any], draft: Draft | None = None) -> tuple[Finding, ...]:
    """What the proof-reader finds in a letter of the files, on its day: that of the interview unless told."""
    book = logbook(letter["scene"])
    interview = book.interviews[0]
    to_others = [Contact.model_validate(one) for one in letter.get("contacts", ())]
    interview = interview.but(contacts=tuple(to_others)) if to_others else interview
    drafts = tuple(Draft.model_validate(one) for one in letter.get("drafts", ()))
    interview = interview.but(drafts=drafts) if drafts else interview
    today: date = letter.get("today", interview.held_on)
    return proofread(draft or draft_of(letter), interview, book, today)


__all__ = ["FAULTS", "GOOD", "SCENES", "Interview", "draft_of", "faulty", "judged", "logbook"]
