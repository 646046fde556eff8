"""The draft in hand, without a screen: autosave, recipients, findings, and what goes on record."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from followup_tui.core.changes.interviews import DeleteInterview
from followup_tui.core.letters.kinds import (
    ANSWER_TO_REJECTION,
    CONNECT,
    FOLLOW_UP,
    OFFER_IN_HAND,
    THANK_YOU,
    LetterKind,
)
from followup_tui.core.model.logbook import Contact, Draft, StepId
from followup_tui.core.proofreading.finding import FindingKind
from followup_tui.core.rules.plan import plan_position
from followup_tui.core.rules.position import position_of
from followup_tui.session.session import Session
from followup_tui.storage.paths import Paths
from followup_tui.tui.screens.letter.draft import (
    AUTOSAVE_SECONDS,
    PROOFREAD_SECONDS,
    DraftInHand,
    Fields,
)
from followup_tui.tui.screens.letter.start import NewLetter, letter_for_row
from followup_tui.tui.screens.row_keys import StepRow
from tests.tui.pilot import Clock
from tests.tui.screens.letter.letter_pilot import LETTERS, PERSONAL


class FakeTimer:
    """A timer that fires when the test says so."""

    def __init__(self, delay: float, callback: Callable[[], None]) -> None:
        self.delay, self.callback, self.is_cancelled = delay, callback, False

    def cancel(self) -> None:
        self.is_cancelled = True


class FakeHost:
    """Fields without a screen."""

    def __init__(self) -> None:
        self.fields: Fields | None = None
        self.timers: list[FakeTimer] = []
        self.times_shown = 0

    def call_in(self, seconds: float, callback: Callable[[], None]) -> Any:
        self.timers.append(FakeTimer(seconds, callback))
        return self.timers[-1]

    def read_fields(self) -> Fields | None:
        return self.fields

    def show_draft(self) -> None:
        self.times_shown += 1

    def running(self) -> list[float]:
        """Return the delays of the timers that were not stopped."""
        return [timer.delay for timer in self.timers if not timer.is_cancelled]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    data = tmp_path / "logbook.toml"
    data.write_text(LETTERS, encoding="utf-8")
    return Session(Paths(data, tmp_path / "state"), Clock())


def take_up(
    session: Session, person: str = "Dana Reyes", kind: LetterKind = THANK_YOU
) -> tuple[DraftInHand, FakeHost]:
    """Return a draft in hand with its host, whose fields hold the draft."""
    host = FakeHost()
    hand = DraftInHand(session, session.logbook.interviews[0], kind, person, host, "they asked me to")
    host.fields = Fields(hand.draft.channel, hand.draft.subject, hand.draft.body)
    return hand, host


def write(hand: DraftInHand, host: FakeHost, body: str) -> None:
    assert host.fields is not None
    host.fields = host.fields._replace(body=body)
    hand.typed()


def stored(session: Session) -> tuple[Draft, ...]:
    return session.logbook.interviews[0].drafts


def test_an_untouched_opening_is_not_stored(session: Session) -> None:
    hand, _ = take_up(session)
    hand.check()
    assert not hand.is_stored
    assert stored(session) == ()


@pytest.mark.parametrize("body", ["", "Dear Dana, and more"], ids=["unchanged", "typed"])
def test_a_letter_brings_back_an_interview_that_was_deleted_elsewhere_if_more_is_typed(
    session: Session, tmp_path: Path, body: str
) -> None:
    hand, host = take_up(session)
    write(hand, host, "Dear Dana")
    hand.save()
    other = Session(Paths(tmp_path / "logbook.toml", tmp_path / "state"), Clock())
    deleted = other.logbook.interviews[0]
    other.do(DeleteInterview(deleted.id, deleted.company, other.now()))
    session.document.merge_external_changes()
    assert session.logbook.interview(deleted.id) is None
    if body:
        write(hand, host, body)
    hand.save()
    saved = Session(Paths(tmp_path / "logbook.toml", tmp_path / "state"), Clock()).logbook
    back = saved.interview(deleted.id)
    assert [draft.body for draft in back.drafts] == [body] if back else not body


def test_typing_starts_an_autosave_and_postpones_the_proofreading(session: Session) -> None:
    hand, host = take_up(session)
    for body in ("D", "De", "Dear"):
        write(hand, host, body)
    assert host.running() == [AUTOSAVE_SECONDS, PROOFREAD_SECONDS]
    hand.save()
    assert [draft.body for draft in stored(session)] == ["Dear"]
    assert host.running() == [PROOFREAD_SECONDS]
    assert host.times_shown == 0
    hand.check()
    assert host.running() == []
    assert host.times_shown == 1


def test_nothing_is_stored_while_the_fields_are_not_there(session: Session) -> None:
    hand, host = take_up(session)
    host.fields = None
    hand.save()
    assert stored(session) == ()


def test_a_draft_is_taken_up_again(session: Session) -> None:
    hand, host = take_up(session)
    write(hand, host, PERSONAL)
    hand.check()
    again, _ = take_up(session)
    assert again.is_stored
    assert again.draft == hand.draft
    other, _ = take_up(session, "Luis Ortega")
    assert not other.is_stored


def test_a_dismissed_finding_is_not_open_any_more(session: Session) -> None:
    hand, host = take_up(session)
    write(hand, host, f"Dear Dina,\n\n{PERSONAL}\n\nSam")
    hand.check()
    [finding] = [finding for finding in hand.findings if finding.kind is FindingKind.NEAR_NAME]
    hand.dismiss(finding)
    hand.check()
    assert FindingKind.NEAR_NAME not in [finding.kind for finding in hand.findings]
    assert stored(session)[0].dismissed == ("near name: Dina",)


def test_recipients_are_added_and_taken_out_but_for_the_last(session: Session) -> None:
    hand, _ = take_up(session)
    hand.toggle_recipient(
        "Luis Ortega",
    )
    assert hand.recipients == ("Dana Reyes", "Luis Ortega")
    hand.toggle_recipient("Dana Reyes")
    hand.toggle_recipient(
        "Luis Ortega",
    )
    assert [*hand.recipients] == ["Luis Ortega"]


def test_the_next_person_is_the_next_in_the_notes_who_needs_a_letter(session: Session) -> None:
    hand, host = take_up(session)
    assert hand.next_person() == "Luis Ortega"
    write(hand, host, PERSONAL)
    hand.record()
    later, _ = take_up(session, "Mina Okafor")
    assert later.next_person() == "Luis Ortega"
    invitation, _ = take_up(session, "Mina Okafor", CONNECT)
    assert invitation.next_person() == "Dana Reyes"


def test_a_sent_letter_goes_on_record_and_is_not_saved_any_more(session: Session) -> None:
    hand, host = take_up(session, kind=FOLLOW_UP)
    write(hand, host, PERSONAL)
    hand.save()
    hand.record()
    hand.save()
    assert host.running() == []
    [contact] = session.logbook.interviews[0].contacts
    assert (contact.kind, contact.person, contact.text) == ("follow-up", "Dana Reyes", PERSONAL)
    assert contact.reason == "they asked me to"
    assert stored(session) == ()


def test_a_discarded_draft_is_not_saved_any_more(session: Session) -> None:
    hand, host = take_up(session)
    write(hand, host, PERSONAL)
    hand.save()
    hand.discard()
    hand.save()
    assert stored(session) == ()


def test_an_interview_that_is_deleted_elsewhere_leaves_the_draft_in_hand(session: Session) -> None:
    hand, _ = take_up(session)
    session.document.update(session.logbook.but(interviews=()))
    assert hand.interview.id == "acme"
    assert hand.recipients == ("Dana Reyes",)


OFFER = """\
[[interview]]
id = "bore"
company = "Borealis"
held_at = 2026-11-18T10:00:00+01:00
notes = "@ Mina Berg"
[[interview.contact]]
id = "o1"
at = 2026-11-20T10:00:00+01:00
kind = "reply"
says = "offer"
answer_by = 2026-11-27
"""


def open_session(tmp_path: Path, text: str, days: float = 0) -> Session:
    data = tmp_path / "logbook.toml"
    data.write_text(text, encoding="utf-8")
    clock = Clock()
    clock.on(days=days)
    return Session(Paths(data, tmp_path / "state"), clock)


def test_a_letter_about_an_offer_in_hand_names_the_day_by_which_it_is_to_be_answered(tmp_path: Path) -> None:
    hand, _ = take_up(open_session(tmp_path, LETTERS + OFFER), kind=OFFER_IN_HAND)
    assert "I have to answer it by Friday 27 November." in hand.draft.body
    assert "Borealis" not in hand.draft.subject + hand.draft.body
    assert (hand.draft.kind, hand.draft.letter) == ("follow-up", "offer in hand")


def test_a_follow_up_carries_the_thanks_that_lapsed(tmp_path: Path) -> None:
    hand, _ = take_up(open_session(tmp_path, LETTERS, days=14), kind=FOLLOW_UP)
    assert "Thank you again for the conversation on Monday 23 November." in hand.draft.body
    assert "You hoped to decide by Friday 4 December" in hand.draft.body


def test_what_an_answer_asks_for_goes_before_a_follow_up(tmp_path: Path) -> None:
    session = open_session(tmp_path, LETTERS + OFFER)
    acme = session.logbook.interviews[0]
    letter = letter_for_row(acme, session.plan(acme), position_of([acme]), StepRow(StepId.FOLLOW_UP))
    assert isinstance(letter, NewLetter)
    assert letter.kind is OFFER_IN_HAND
    no = Contact.model_validate(
        {"id": "r", "at": "2026-11-23T15:30:00+01:00", "kind": "reply", "says": "rejection"}
    )
    rejected = acme.but(contacts=(no,))
    plan = plan_position(position_of([rejected]), session.now(), session.logbook.rules).plan
    letter = letter_for_row(rejected, plan, position_of([rejected]), StepRow(StepId.WAIT))
    assert isinstance(letter, NewLetter)
    assert letter.kind is ANSWER_TO_REJECTION
