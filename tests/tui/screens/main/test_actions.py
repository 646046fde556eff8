"""What each key does: the checklist's actions without a screen, then every key as the file shows it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from followup_tui.core.changes.contacts import RecordContact
from followup_tui.core.model.logbook import SKIPPED, Contact, ContactKind, Interview, Promise, Says, StepId
from followup_tui.tui.screens.contact_form import ContactForm
from followup_tui.tui.screens.dialogs import ConfirmDialog, PromptDialog
from followup_tui.tui.screens.letter.screen import LetterScreen
from followup_tui.tui.screens.main.actions import StepActions
from followup_tui.tui.screens.row_keys import CarriedRow, ConflictRow, MaterialRow, PersonRow, RowKey, StepRow
from followup_tui.tui.widgets.styled_text import StyledText
from tests.tui.pilot import ACME, NOW, TWO_ROUNDS, running
from tests.tui.screens.main.fake_host import FakeHost, FakeNavigation


def actions_on(
    host: FakeHost, row: RowKey | None, navigation: FakeNavigation | None = None, day: date | None = None
) -> StepActions:
    """Return the actions with the cursor on a row, and with a day chosen in the timeline."""
    host.row = row
    shown = navigation or FakeNavigation()
    return StepActions(host, shown, lambda: day, lambda: shown.opened.append("form"))


def acme(host: FakeHost) -> Interview:
    """Return the interview as the session has it now."""
    interview = host.session.logbook.interview("acme")
    assert interview is not None
    return interview


def test_a_tick_goes_on_record_with_its_day_and_is_taken_back(host: FakeHost) -> None:
    actions = actions_on(host, StepRow(StepId.WRITE_DOWN))
    actions.tick()
    assert acme(host).ticks.write_down == NOW.date()
    assert host.used == ["steps"]
    actions.tick()
    assert acme(host).ticks.write_down is None
    assert (host.messages, host.dialogs) == ([], [])


def test_the_tick_of_a_person_is_a_thank_you_that_its_second_tick_deletes(host: FakeHost) -> None:
    actions = actions_on(host, PersonRow(StepId.THANK, "Dana Reyes"))
    actions.tick()
    (contact,) = acme(host).contacts
    assert (contact.kind, contact.person, contact.at) == (ContactKind.THANK_YOU, "Dana Reyes", NOW)
    actions.tick()
    assert acme(host).contacts == ()
    assert host.messages == ["Deleted: the thank-you note to Dana Reyes. u brings it back."]
    host.session.undo()
    assert acme(host).contacts == (contact,)


def test_the_tick_of_material_says_that_it_was_sent(host: FakeHost) -> None:
    actions_on(host, MaterialRow("references")).tick()
    (contact,) = acme(host).contacts
    assert (contact.kind, contact.text) == (ContactKind.MATERIAL, "references")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (None, "Nothing to tick here."),
        (PersonRow(StepId.THANK, "Nobody"), "No one of that name is in the notes any more."),
        (MaterialRow("a photo"), "That is not in the notes any more."),
        (ConflictRow(0), "Done."),
    ],
)
def test_what_cannot_be_ticked_is_explained_and_changes_nothing(
    host: FakeHost, row: RowKey | None, message: str
) -> None:
    before = host.session.logbook
    actions_on(host, row).tick()
    assert host.messages == [message]
    assert host.session.logbook is before


def test_a_step_or_a_person_is_skipped_and_the_second_time_no_longer(host: FakeHost) -> None:
    actions = actions_on(host, StepRow(StepId.CONNECT))
    actions.skip()
    assert acme(host).ticks.connect == SKIPPED
    actions.skip()
    assert acme(host).ticks.connect is None
    host.select_row(PersonRow(StepId.THANK, "Luis Ortega"))
    actions.skip()
    assert acme(host).skips.thank == ("Luis Ortega",)
    actions.skip()
    assert acme(host).skips.thank == ()


def test_material_is_not_skipped_but_taken_out_of_the_notes(host: FakeHost) -> None:
    before = host.session.logbook
    actions_on(host, MaterialRow("references")).skip()
    assert "delete its line in the notes instead" in host.messages[0]
    assert host.session.logbook is before


@pytest.mark.parametrize("key", ["tick", "skip"])
def test_the_wait_ends_early_only_when_the_user_confirms_it(host: FakeHost, key: str) -> None:
    actions = actions_on(host, StepRow(StepId.WAIT))
    for answer, expected in (None, None), (False, None), (True, NOW.date() if key == "tick" else SKIPPED):
        getattr(actions, key)()
        dialog, answered = host.dialogs.pop()
        assert isinstance(dialog, ConfirmDialog)
        assert acme(host).ticks.wait is None
        answered(answer)
        assert acme(host).ticks.wait == expected


def test_an_early_follow_up_goes_on_record_only_when_the_user_confirms_it(host: FakeHost) -> None:
    actions = actions_on(host, StepRow(StepId.FOLLOW_UP))
    actions.tick()
    _, answered = host.dialogs.pop()
    answered(False)
    assert (acme(host).contacts, host.messages) == ((), [])
    answered(True)
    (contact,) = acme(host).contacts
    assert (contact.kind, contact.at) == (ContactKind.FOLLOW_UP, NOW)
    (message,) = host.messages
    assert message.startswith("Follow-up recorded as sent now.")
    assert message.endswith("u takes that back.")


def test_a_tick_adds_no_follow_up_to_those_of_the_whole_budget(path: Path) -> None:
    sent = "".join(
        f'[[interview.contact]]\nid = "c{day}"\nat = 2026-11-{day}T10:00:00+01:00\nkind = "follow-up"\n'
        for day in (12, 20)
    )
    host = FakeHost(path, ACME.replace("2026-11-23T14", "2026-11-05T14").replace("12-04", "11-10") + sent)
    actions_on(host, StepRow(StepId.FOLLOW_UP)).tick()
    assert [contact.id for contact in acme(host).contacts] == ["c12", "c20"]
    assert host.messages == ["Already recorded. c records another; u takes the last change back."]


def test_a_record_is_deleted_and_a_row_without_any_says_so(host: FakeHost) -> None:
    actions = actions_on(host, PersonRow(StepId.THANK, "Dana Reyes"))
    before = host.session.logbook
    assert not actions.delete_record()
    assert host.session.logbook is before
    actions.tick()
    host.select_row(PersonRow(StepId.THANK, "Luis Ortega"))
    actions.tick()
    assert actions.delete_record()
    assert [contact.person for contact in acme(host).contacts] == ["Dana Reyes"]
    assert host.messages == ["Deleted: the thank-you note to Luis Ortega. u brings it back."]


def test_a_promised_day_goes_on_record_and_begins_with_the_day_of_the_timeline(host: FakeHost) -> None:
    day = date(2026, 12, 9)
    actions_on(host, StepRow(StepId.WAIT), day=day).set_promise()
    dialog, record = host.dialogs.pop()
    assert isinstance(dialog, PromptDialog)
    assert dialog._start == "2026-12-09"
    record(None)
    assert acme(host).promises == ()
    promise = Promise(said_on=NOW.date(), words="next week", decide_by=day)
    record(promise)
    assert [promise.decide_by for promise in acme(host).promises] == [day]
    assert host.messages == ["They decide by Wed 9 Dec. u takes that back."]


@pytest.mark.parametrize(
    ("row", "kind", "person", "text"),
    [
        (MaterialRow("references"), ContactKind.MATERIAL, "", "references"),
        (PersonRow(StepId.CONNECT, "Dana Reyes"), ContactKind.CONNECT, "Dana Reyes", ""),
        (PersonRow(StepId.THANK, "Dana Reyes"), ContactKind.THANK_YOU, "Dana Reyes", ""),
        (StepRow(StepId.THANK), ContactKind.THANK_YOU, "", ""),
        (StepRow(StepId.FOLLOW_UP), ContactKind.REPLY, "", ""),
        (StepRow(StepId.ASK), ContactKind.REPLY, "", ""),
    ],
)
def test_the_form_of_a_contact_begins_with_what_the_row_is_about(
    host: FakeHost, row: RowKey, kind: ContactKind, person: str, text: str
) -> None:
    actions_on(host, row).record_contact()
    form, record = host.dialogs.pop()
    assert isinstance(form, ContactForm)
    start = form._start
    assert (start.kind, start.person, start.text) == (kind, person, text)
    record(None)
    assert acme(host).contacts == ()


def test_their_answer_goes_on_record_and_its_effect_is_shown(host: FakeHost) -> None:
    actions_on(host, StepRow(StepId.WAIT)).record_contact()
    _, record = host.dialogs.pop()
    answer = Contact(id="r", at=NOW, kind=ContactKind.REPLY, says=Says.REJECTION)
    record(RecordContact("acme", answer))
    assert acme(host).contacts == (answer,)
    assert host.messages == ["Closed: they chose someone else. u takes that back."]
    assert acme(host).outcome == "rejected"


@pytest.mark.parametrize("step", [StepId.ASK, StepId.WRITE_DOWN])
def test_a_step_of_the_notes_opens_the_notes(host: FakeHost, step: StepId) -> None:
    navigation, before = FakeNavigation(), host.session.logbook
    actions_on(host, StepRow(step), navigation).open()
    assert (navigation.opened, host.dialogs) == (["notes"], [])
    assert host.session.logbook is before


@pytest.mark.parametrize(
    ("row", "dialog"),
    [
        (StepRow(StepId.WAIT), PromptDialog),
        (MaterialRow("references"), ContactForm),
        (PersonRow(StepId.THANK, "Dana Reyes"), LetterScreen),
    ],
)
def test_a_row_opens_where_it_is_done_and_changes_nothing(
    host: FakeHost, row: RowKey, dialog: type[Any]
) -> None:
    before = host.session.logbook
    actions_on(host, row).open()
    assert isinstance(host.dialogs[0][0], dialog)
    assert host.session.logbook is before


def test_a_row_with_a_record_opens_the_record(host: FakeHost) -> None:
    actions = actions_on(host, PersonRow(StepId.THANK, "Dana Reyes"))
    actions.tick()
    before = host.session.logbook
    actions.open()
    assert isinstance(host.dialogs[0][0], ContactForm)
    assert host.session.logbook is before


def test_a_conflict_explains_the_keys_that_resolve_it(host: FakeHost) -> None:
    actions_on(host, ConflictRow(0)).open()
    assert host.messages == ["space takes the version from elsewhere; s keeps this one."]


def test_no_letter_is_begun_before_the_interview_is_held(path: Path) -> None:
    host = FakeHost(path, ACME.replace("2026-11-23T14:00", "2026-11-25T14:00"))
    before = host.session.logbook
    actions_on(host, PersonRow(StepId.THANK, "Dana Reyes")).write_letter()
    assert host.messages == ["This interview is still to come. No one to write to yet."]
    assert (host.letter, host.dialogs) == (None, [])
    assert host.session.logbook is before


def test_no_letter_is_begun_where_nobody_is_left_to_thank(host: FakeHost) -> None:
    actions = actions_on(host, None)
    for name in "Dana Reyes", "Luis Ortega":
        host.select_row(PersonRow(StepId.THANK, name))
        actions.tick()
    before = host.session.logbook
    host.select_row(StepRow(StepId.THANK))
    actions.write_letter()
    assert host.messages == ["Everyone is thanked. To write again, choose their row."]
    assert (host.letter, host.dialogs) == (None, [])
    assert host.session.logbook is before


def test_no_letter_is_begun_in_a_file_that_cannot_be_changed(path: Path) -> None:
    host = FakeHost(path, ACME.replace("format = 1", "format = 99"))
    assert host.session.is_read_only
    actions_on(host, PersonRow(StepId.THANK, "Dana Reyes")).write_letter()
    assert len(host.warnings) == 1
    assert (host.letter, host.dialogs) == (None, [])


def test_without_an_interview_every_action_leaves_the_logbook_alone(path: Path) -> None:
    host = FakeHost(path, "", current=None)
    before = host.session.logbook
    actions = actions_on(host, StepRow(StepId.WAIT))
    for act in (
        actions.tick,
        actions.skip,
        actions.set_promise,
        actions.record_contact,
        actions.add_next_round,
        actions.ask_outcome,
        actions.write_letter,
        actions.open,
    ):
        act()
    assert actions.delete_record(), "there is no interview to ask about instead"
    assert (host.dialogs, host.session.logbook) == ([], before)


async def test_space_ticks_a_step_and_takes_the_tick_back(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WRITE_DOWN))
        await run.press("space")
        assert str(run.interview()["ticks"]["write-down"]) == "2026-11-23"
        await run.press("space")
        assert "ticks" not in run.interview()


async def test_space_on_a_person_records_a_thank_you_and_takes_it_back(path: Path) -> None:
    async with running(path) as run:
        await run.go(PersonRow(StepId.THANK, "Dana Reyes"))
        await run.press("space")
        (contact,) = run.interview()["contact"]
        assert (contact["kind"], contact["person"]) == ("thank-you", "Dana Reyes")
        assert contact["at"].isoformat() == "2026-11-23T16:00:00+01:00"
        await run.press("space")
        assert "contact" not in run.interview()


async def test_space_on_material_says_that_it_was_sent(path: Path) -> None:
    async with running(path) as run:
        await run.go(MaterialRow("references"))
        await run.press("space")
        (contact,) = run.interview()["contact"]
        assert (contact["kind"], contact["text"]) == ("material", "references")


async def test_space_on_the_follow_up_asks_when_it_is_early_and_spends_the_budget(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.FOLLOW_UP))
        await run.press("space")
        assert "wait until it has passed" in run.shown()
        assert "Did you send one anyway?" in run.shown()
        await run.press("n")
        assert "follow-up" not in [contact["kind"] for contact in run.interview().get("contact", [])]
        await run.press("space", "y")
        assert [contact["kind"] for contact in run.interview()["contact"]] == ["follow-up"]
        headline = run.app.screen.query_one("#headline", StyledText).lines[1]
        assert "1 follow-up left" in "".join(span.text for span in headline)


async def test_what_is_taken_off_the_record_is_named(path: Path) -> None:
    async with running(path) as run:
        await run.go(PersonRow(StepId.THANK, "Luis Ortega"))
        await run.press("space")
        assert [contact["person"] for contact in run.interview()["contact"]] == ["Luis Ortega"]
        await run.press("space")
        assert "contact" not in run.interview()
        assert "Deleted: the thank-you note to Luis Ortega. u brings it back." in run.notices()


@pytest.mark.parametrize(
    ("row", "shows"),
    [
        (PersonRow(StepId.THANK, "Luis Ortega"), "Thank-you note"),
        (StepRow(StepId.THANK), "Thank-you note"),
        (StepRow(StepId.WAIT), "By when will they decide?"),
        (MaterialRow("references"), "Record a contact"),
        (StepRow(StepId.FOLLOW_UP), "Write it now anyway?"),
    ],
)
async def test_enter_opens_a_row_and_changes_nothing(path: Path, row: RowKey, shows: str) -> None:
    async with running(path) as run:
        before = path.read_bytes()
        await run.go(row)
        await run.press("enter")
        assert shows in run.shown()
        await run.press("escape")
        assert path.read_bytes() == before


async def test_enter_on_what_is_done_shows_what_is_on_record(path: Path) -> None:
    async with running(path) as run:
        await run.go(PersonRow(StepId.THANK, "Luis Ortega"))
        await run.press("space")
        before = path.read_bytes()
        await run.press("enter")
        assert "Edit a contact" in run.shown()
        await run.press("escape")
        assert path.read_bytes() == before


@pytest.mark.parametrize("row", [StepRow(StepId.ASK), StepRow(StepId.WRITE_DOWN)])
async def test_enter_on_the_steps_of_the_notes_goes_on_writing_there(path: Path, row: RowKey) -> None:
    async with running(path) as run:
        await run.go(row)
        await run.press("enter")
        await run.type("so far")
        await run.press("escape")
        await run.idle()
        assert run.interview()["notes"].endswith("so far")


async def test_s_skips_a_step_or_a_person_and_takes_it_back(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.CONNECT))
        await run.press("s")
        assert run.interview()["ticks"]["connect"] == "skipped"
        await run.press("s")
        assert "ticks" not in run.interview()
        await run.go(PersonRow(StepId.THANK, "Luis Ortega"))
        await run.press("s")
        assert run.interview()["skips"]["thank"] == ["Luis Ortega"]


@pytest.mark.parametrize(
    ("key", "tick", "word"), [("space", "2026-11-23", "ticked"), ("s", "skipped", "skipped")]
)
@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_the_wait_is_ticked_early_only_after_a_question_and_stays_quiet(
    path: Path, key: str, tick: str, word: str, size: tuple[int, int]
) -> None:
    async with running(path, size=size) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press(key)
        assert "Quiet until Fri 4 Dec, whatever is ticked here." in run.shown()
        assert "ticks" not in run.interview()
        await run.press("n", key, "y")
        assert str(run.interview()["ticks"]["wait"]) == tick
        assert "5 Wait it out" in run.shown()
        assert f"{word}, quiet until Fri 4 Dec" in run.shown() or f"{word}; to Fri 4 Dec" in run.shown()
        await run.press(key)
        assert "ticks" not in run.interview()
        run.clock.on(days=12)
        await run.press("u", "U", key)
        assert len(run.app.screen_stack) == 1


async def test_d_sets_the_promised_day_and_keeps_what_it_does_not_understand(path: Path) -> None:
    async with running(path) as run:
        await run.press("d")
        await run.type("soon")
        await run.press("enter")
        assert "No date understood" in run.shown()
        assert "promise" not in run.interview()
        await run.press(*["backspace"] * 4)
        await run.type("end of next week")
        assert "→ Fri 4 Dec, in 11 days" in run.shown()
        await run.press("enter")
        (promise,) = run.interview()["promise"]
        assert (str(promise["said_on"]), promise["words"], str(promise["decide_by"])) == (
            "2026-11-23",
            "end of next week",
            "2026-12-04",
        )


async def test_d_says_what_is_missing_and_what_was_set(path: Path) -> None:
    async with running(path) as run:
        await run.press("d", "enter")
        assert "Nothing typed yet." in run.shown()
        await run.type("in two weeks")
        assert "Nothing is typed yet" not in run.shown()
        await run.press("enter")
        assert run.notices() == "They decide by Mon 7 Dec. u takes that back."


async def test_d_in_the_timeline_begins_with_the_day_under_the_cursor(path: Path) -> None:
    async with running(path) as run:
        await run.press("4", "l", "l", "d")
        assert "2026-11-25" in run.shown()
        assert "follow up" in run.shown()
        await run.press("enter")
        assert str(run.interview()["promise"][0]["decide_by"]) == "2026-11-25"


async def test_the_day_promised_so_far_is_shown_where_another_is_asked_for(path: Path) -> None:
    async with running(path) as run:
        await run.press("d")
        assert "So far: Fri 4 Dec." in run.shown()
        run.clock.on(days=30)
        await run.press("escape", "d")
        assert "Sun 3 Jan" in run.shown(), "the example is still to come"


def test_a_round_that_is_planned_already_is_edited(path: Path) -> None:
    host = FakeHost(path, TWO_ROUNDS.replace("2026-11-20", "2026-12-15"))
    navigation = FakeNavigation()
    actions_on(host, None, navigation).add_next_round()
    assert navigation.opened == ["second", "form"]
    assert host.messages == ["This round is planned already: change it here. Another one? Leave, then a."]
    assert host.dialogs == []


def test_what_is_not_in_the_notes_any_more_or_stays_in_view_is_not_skipped(host: FakeHost) -> None:
    actions_on(host, PersonRow(StepId.THANK, "Nobody")).skip()
    actions_on(host, CarriedRow("acme", 0)).skip()
    actions_on(host, ConflictRow(0)).skip()
    assert host.messages[0] == "No one of that name is in the notes any more."
    assert host.messages[1].startswith("This stays in view until it is answered")
    assert host.messages[2] == "Done."
    assert host.session.last_change is None


@pytest.mark.parametrize(
    "key", ["c", "C", "D", "d", "e", "o", "w", "s", "space", "N", "r", "left_parenthesis"]
)
async def test_each_key_in_an_empty_logbook_says_how_to_add_an_interview(path: Path, key: str) -> None:
    async with running(path, "format = 1\n") as run:
        await run.press(key)
        assert run.notices() == "Add the interview first: a, the company, enter."
        assert len(run.app.screen_stack) == 1
