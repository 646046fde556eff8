"""The letters of the proof-reader's tests: right ones, and ones with one fault each."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from followup_tui.core.model.logbook import Contact, Draft, Logbook
from followup_tui.core.proofreading.finding import Finding
from followup_tui.core.proofreading.proofread import proofread

HERE = Path(__file__).parent


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


FILES = [_read(name) for name in ("good.toml", "faults.toml", "harbour.toml", "styles.toml", "abroad.toml")]
SCENES: dict[str, dict[str, Any]] = {
    name: scene for file in FILES for name, scene in file.get("scene", {}).items()
}
GOOD: dict[str, dict[str, Any]] = {
    letter["id"]: letter for file in FILES for letter in file.get("letter", ())
}
FAULTS: list[dict[str, Any]] = [fault for file in FILES for fault in file.get("fault", ())]


@cache
def logbook(scene: str) -> Logbook:
    """Return the logbook of a scene: its interview, then one with each of the other companies."""
    scene_data = SCENES[scene]
    interview = {
        "id": scene,
        "company": scene_data["company"],
        "role": scene_data["role"],
        "held_at": scene_data["held_at"],
        "notes": scene_data["notes"],
    }
    others = [
        {
            "id": f"other{n}",
            "company": company,
            "held_at": scene_data["held_at"],
            "notes": scene_data.get("met", {}).get(company, ""),
        }
        for n, company in enumerate(scene_data["others"])
    ]
    return Logbook.model_validate({"interview": [interview, *others]})


def draft_of(letter: dict[str, Any]) -> Draft:
    """Return the draft that a letter of the files describes; a thank-you note unless it says otherwise."""
    return Draft.model_validate(
        {
            "id": "draft",
            "kind": letter.get("kind", "thank-you"),
            "person": letter["person"],
            "channel": letter.get("channel", ""),
            "letter": letter.get("letter", ""),
            "subject": letter.get("subject", ""),
            "body": letter["body"],
        }
    )


def faulty(fault: dict[str, Any]) -> dict[str, Any]:
    """Return the right letter that a fault is about, with the fault in it."""
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
    """Return the findings in a letter of the files, on its day: that of the interview unless it has one."""
    book = logbook(letter["scene"])
    interview = book.interviews[0]
    contacts = [Contact.model_validate(contact) for contact in letter.get("contacts", ())]
    interview = interview.but(contacts=tuple(contacts)) if contacts else interview
    drafts = tuple(Draft.model_validate(draft) for draft in letter.get("drafts", ()))
    interview = interview.but(drafts=drafts) if drafts else interview
    today: date = letter.get("today", interview.held_on)
    return proofread(draft or draft_of(letter), interview, book, today)


def findings_in(sentence: str, person: str = "Rebecca Stone", subject: str = "") -> list[str]:
    """Return the findings in a sentence of a letter to the harbour, each as `kind: text`."""
    return _found(f"Dear Rebecca,\n\n{sentence}\n\nBest wishes,\nNora Quist\n", person, subject)


def greeted(greeting: str, person: str) -> list[str]:
    """Return the findings in a letter to the harbour with that greeting, each as `kind: text`."""
    return _found(f"{greeting}\n\nThank you for today.\n\nBest wishes,\nNora Quist\n", person, "")


def _found(body: str, person: str, subject: str) -> list[str]:
    letter = {"scene": "harbour", "kind": "other", "person": person, "subject": subject, "body": body}
    return [
        f"{finding.kind}: {(subject if finding.in_subject else body)[finding.start : finding.end]}"
        for finding in judged(letter)
    ]
