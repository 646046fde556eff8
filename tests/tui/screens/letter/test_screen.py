"""The letter's screen: from `w` to the contact in the file, and all that can stand in the way."""

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from followup_tui.core.letters import openings
from followup_tui.core.letters.drafts import VIA
from followup_tui.core.letters.kinds import LETTER_KINDS, LetterKind
from followup_tui.core.model.logbook import ContactKind, StepId
from followup_tui.core.proofreading.review import Review
from followup_tui.tui.external_editor import Edit, OpenFile
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.palette import Commands
from followup_tui.tui.screens.contact_form import ContactForm
from followup_tui.tui.screens.dialogs import ConfirmDialog, PromptDialog
from followup_tui.tui.screens.help import letter_rows
from followup_tui.tui.screens.letter.screen import LetterScreen
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.screens.row_keys import MaterialRow, PersonRow, StepRow
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.row_list import RowList
from tests.long_runs import in_long_runs
from tests.tui.pilot import BOREALIS, running
from tests.tui.screens.letter.letter_pilot import (
    CONTACT,
    LETTERS,
    PERSONAL,
    checked,
    contacts,
    drafts,
    findings,
    hand,
    letter,
    opened,
    replace,
    text,
)


async def test_w_offers_an_opening_and_stores_nothing_until_something_is_typed(path: Path) -> None:
    async with running(path, LETTERS) as run:
        before = path.read_bytes()
        await opened(run)
        assert text(run).text.startswith("Dear Dana,\n\nThank you")
        assert "dana@acme.example" in run.shown()
        assert "due tonight" in run.shown()
        await run.press("escape")
        assert isinstance(run.app.screen, MainScreen)
        assert path.read_bytes() == before


async def test_what_is_typed_is_kept_undone_and_shown_on_the_step(path: Path) -> None:
    async with running(path, LETTERS) as run:
        before = run.interview()
        await opened(run)
        await run.type(PERSONAL)
        await run.until(lambda: any(PERSONAL in draft["body"] for draft in drafts(run)))
        (draft,) = drafts(run)
        assert (draft["kind"], draft["person"], draft["channel"]) == ("thank-you", "Dana Reyes", "email")
        assert PERSONAL in draft["body"]
        await run.press("escape")
        assert "1 to consider, not sent yet" in run.notices()
        assert "draft" in run.shown()
        await run.press("w")
        assert PERSONAL in text(run).text
        await run.press("escape", "u")
        assert run.interview() == before
        assert "draft" not in run.shown()


async def test_a_draft_that_must_be_answered_is_shown_as_draft(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await replace(run, "Dear Dana", "Dear Luis")
        assert "draft · saved" in run.shown()
        await run.press("escape")
        row = next(line for line in run.shown().split("\n") if "○ Dana Reyes" in line)
        assert "draft" in row


@pytest.mark.parametrize("id", ["letter-channel", "letter-subject", "letter-text"])
async def test_a_letter_that_is_partly_gone_is_not_read(path: Path, id: str) -> None:
    """As when the file is checked while the letter is being closed: its fields go one by one."""
    async with running(path, LETTERS) as run:
        await opened(run)
        assert letter(run).read_fields() is not None
        with run.app.batch_update():  # of a letter that is being closed nothing is painted
            await letter(run).query(f"#{id}").remove()
            assert letter(run).read_fields() is None
            letter(run).draft.check()  # as at a pause in typing


async def test_what_is_typed_is_kept_when_the_app_is_left_at_once(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        run.put("x", "y", "ctrl+q")
        await run.idle()
        assert "xy" in drafts(run)[0]["body"]


async def test_sent_is_asked_and_only_yes_records(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await run.type(PERSONAL)
        await run.press("f5")
        assert isinstance(run.app.screen, ConfirmDialog)
        await run.press("n")
        assert contacts(run) == []
        await run.press("f5", "enter", "y")
        (contact,) = contacts(run)
        assert (contact["kind"], contact["person"], contact["channel"]) == (
            "thank-you",
            "Dana Reyes",
            "email",
        )
        assert PERSONAL in contact["text"]
        assert drafts(run) == []
        assert isinstance(run.app.screen, MainScreen)
        assert "✓ Dana Reyes" in run.shown()
        await run.press("u")
        assert contacts(run) == []
        assert PERSONAL in drafts(run)[0]["body"]


async def test_a_card_is_recorded_the_same_way(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        letter(run).query_one(Choice).focus()
        await run.press("right")
        assert not letter(run).query_one("#letter-head").display
        await run.press("f5", "y")
        assert [(contact["person"], contact["channel"]) for contact in contacts(run)] == [
            ("Dana Reyes", "card")
        ]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Dear Dana", "Dear Luis", "other name"),
        ("Dear Dana", "Dear Dina", "near name"),
        ("at Acme", "at Borealis", "other company"),
        ("Kind regards,", "Kind regards,\n[Name]", "placeholder"),
    ],
)
async def test_sent_is_refused_while_something_must_be_answered(
    path: Path, old: str, new: str, kind: str
) -> None:
    async with running(path, LETTERS + BOREALIS) as run:
        await opened(run)
        await replace(run, old, new)
        assert kind in findings(run)
        await run.press("f5")
        assert isinstance(run.app.screen, LetterScreen)
        assert "Not yet." in run.notices()
        assert "ctrl+o keeps it as it is." in run.notices()
        assert contacts(run) == []
        # The finding is where the cursor is, and can be called right.
        await run.press("ctrl+o")
        assert kind not in findings(run)
        await run.press("f5", "y")
        assert len(contacts(run)) == 1


async def test_a_dismissal_is_kept_while_the_words_are_the_same(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await replace(run, "Dear Dana", "Dear Dina")
        await run.press("ctrl+n", "ctrl+o", "escape", "w")
        assert "near name" not in findings(run)
        await replace(run, "Dear Dina", "Dear Dinah")
        assert {"near name", "other name"} & set(findings(run))


async def test_a_finding_is_gone_to_and_fixed(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await replace(run, "Dear Dana", "Dear Dina")
        await run.press("ctrl+n")
        assert text(run).selected_text == "Dina"
        await run.press("ctrl+r")
        assert text(run).text.startswith("Dear Dana,")
        assert "near name" not in findings(run)
        await run.press("ctrl+r")
        assert "ctrl+r can't do it for you; ctrl+o keeps it as it is." in run.notices()


async def test_the_greeting_is_in_view_again_where_the_editor_has_got_room_for_it(path: Path) -> None:
    async with running(path, LETTERS, size=(80, 24)) as run:
        await opened(run)
        editor = text(run)
        editor.put("\nP.S." * 12, len(editor.text), len(editor.text))
        editor.move_cursor((6, 0))
        await run.resize(80, 15)
        assert "Dear Dana," not in run.shown()
        await run.resize(80, 24)
        assert "Dear Dana," in run.shown()
        assert editor.cursor_screen_offset.y < editor.region.bottom


async def test_the_fix_is_near_its_finding_in_a_frame_as_wide_as_the_screen(path: Path) -> None:
    async with running(path, LETTERS, size=(200, 50)) as run:
        await opened(run)
        await replace(run, "Dear Dana", "Dear Dina")
        lines = run.shown().split("\n")
        row = next(line for line in lines if "→ Dana" in line)
        assert row.index("→ Dana") < 140
        assert {len(line) for line in lines[:-1]} == {200}


async def test_a_finding_in_the_subject_is_fixed_there(path: Path) -> None:
    async with running(path, LETTERS + BOREALIS) as run:
        await opened(run)
        letter(run).query_one(Input).value = "My interview at Borealis"
        await checked(run)
        assert "subject: " in run.shown()
        await run.press("ctrl+n", "ctrl+r")
        assert letter(run).query_one(Input).value == "My interview at Acme"


async def test_a_pause_in_typing_is_proof_read(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        assert "nothing personal" in findings(run)
        await run.type(PERSONAL)
        await run.until(lambda: findings(run) == ["unsigned"])
        text(run).move_cursor(text(run).document.end)
        await run.type("Sam Keller")
        await run.until(lambda: findings(run) == [])
        await run.until_shown("✓ Nothing to fix.", "ready · saved")
        await run.press("escape")
        row = next(line for line in run.shown().split("\n") if "Dana Reyes" in line and "○" in line)
        assert "ready" in row


async def test_a_line_of_the_notes_is_put_in_only_by_its_key(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        assert "hockey" not in text(run).text
        assert "Kubernetes" not in text(run).text
        await run.press("f3", "enter")
        assert run.app.screen.focused is text(run)
        assert "\n\nDana plays ice hockey\n\n" in text(run).text
        await run.press("f3", "G", "enter")
        assert isinstance(run.app.screen, PromptDialog)
        assert "“Kubernetes”: what is your answer?" in run.shown()
        await run.press("escape")
        assert run.app.screen.focused is text(run)
        assert "Kubernetes" not in text(run).text


async def test_an_answer_that_is_missing_is_asked_for_and_noted(path: Path) -> None:
    earlier = BOREALIS.replace("Borealis", "Acme").replace("@ Mina", "! no degree")
    async with running(path, LETTERS + earlier) as run:
        await opened(run)
        assert "! no degree" in run.shown()
        index = next(n for n, fact in enumerate(letter(run).draft.facts) if fact.text == "no degree")
        letter(run).query_one("#letter-facts", RowList).cursor = str(index)
        await run.press("f3", "enter")
        await run.type("fifteen years of practice")
        assert "→ Fifteen years of practice." in run.shown()
        await run.press("enter")
        assert "\n\nFifteen years of practice.\n\n" in text(run).text
        assert "! no degree -> fifteen years of practice" in run.interview("bore")["notes"]
        assert "no degree → fifteen years" in run.shown()
        assert run.app.screen.focused is text(run)


async def test_a_sent_letter_says_which_concern_it_eased(path: Path) -> None:
    answered = "! little Kubernetes -> My Kubernetes course begins on Monday."
    async with running(path, LETTERS.replace("! Kubernetes", answered)) as run:
        await opened(run)
        await run.press("f3", "G", "enter", "f5", "y", "w")
        assert text(run).text.startswith("Dear Luis,")
        assert "eased Mon 23 Nov" in run.shown()
        assert "eased: little Kubernetes" in run.shown()


async def test_of_a_concern_the_answer_is_put_in(path: Path) -> None:
    answered = "! little Kubernetes -> My Kubernetes course begins on Monday."
    async with running(path, LETTERS.replace("! Kubernetes", answered)) as run:
        await opened(run)
        assert "little Kubernetes →" in run.shown()
        await run.press("f3", "G", "enter")
        assert "\n\nMy Kubernetes course begins on Monday.\n\n" in text(run).text
        assert "little" not in text(run).text


async def test_what_is_private_is_marked_and_found_in_the_letter(path: Path) -> None:
    async with running(path, LETTERS.replace("! Kubernetes", "! little Kubernetes")) as run:
        await opened(run)
        assert "private · enter answers" in run.shown()
        text(run).put_line("little Kubernetes")
        await checked(run)
        assert "private" in findings(run)
        assert "“little Kubernetes” is a concern that you noted for yourself" in run.shown()
    async with running(path, LETTERS.replace("! Kubernetes\n", "")) as run:
        await opened(run)
        assert "private" not in run.shown()


async def test_the_people_of_the_panel_in_turn(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await run.type(PERSONAL)
        await run.press("f2")
        assert text(run).text.startswith("Dear Luis,")
        people = {
            row.key: row.lines[0].right[0].text
            for row in letter(run).query_one("#letter-people", RowList).rows
        }
        assert people == {
            "Dana Reyes": "draft ",
            "Luis Ortega": "due tonight ",
            "Mina Okafor": "due tonight ",
        }
        await run.press("f2", "f2")
        assert PERSONAL in text(run).text
        await run.press("f5", "y", "w")
        assert text(run).text.startswith("Dear Luis,")
        assert "✓ Dana Reyes" in run.shown()
        assert [contact["person"] for contact in contacts(run)] == ["Dana Reyes"]


async def test_a_note_that_somebody_passes_on_thanks_those_without_an_address(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run, PersonRow(StepId.THANK, "Luis Ortega"))
        assert "no address in the notes" in run.shown()
        choice = letter(run).query_one(Choice)
        assert f"{VIA}Dana Reyes" in choice.options
        letter(run).query_one("#letter-people").focus()
        await run.press("G", "space")
        text(run).take("Dear Luis and Mina,\n\nThank you for the talk about my printed portfolio.\n\nJo\n")
        choice.value = f"{VIA}Dana Reyes"
        await checked(run)
        assert "dana@acme.example" in run.shown()
        await run.press("f5", "y")
        assert [(contact["kind"], contact["person"], contact["channel"]) for contact in contacts(run)] == [
            ("thank-you", "Luis Ortega", "email via Dana Reyes"),
            ("thank-you", "Mina Okafor", "email via Dana Reyes"),
        ]
        await run.press("u")
        assert contacts(run) == []


async def test_a_follow_up_on_a_wrong_day_is_a_choice(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await run.go(StepRow(StepId.FOLLOW_UP))
        await run.press("w")
        assert isinstance(run.app.screen, ConfirmDialog)
        shown = " ".join(run.shown().replace("│", " ").split())
        assert "wait until it has passed" in shown
        assert "Better to send it from Mon 7 Dec" in shown
        await run.press("n")
        assert isinstance(run.app.screen, MainScreen)
        await run.press("w")
        assert "enter yes · y yes · n no" in run.shown()
        await run.press("enter")
        assert "Follow-up 1 of 2" in run.shown()
        assert text(run).text.startswith("Dear Dana,")


async def test_the_second_follow_up_shows_the_first_and_the_third_asks_why(path: Path) -> None:
    async with running(path, LETTERS) as run:
        run.clock.on(days=14)
        await opened(run, StepRow(StepId.FOLLOW_UP))
        text(run).take("Dear Dana,\n\nHow do things stand? I read on about ice hockey.\n\nJo\n")
        await checked(run)
        await run.press("f5", "y")
        assert [contact["kind"] for contact in contacts(run)] == ["follow-up"]
        run.clock.on(days=7)
        await opened(run, StepRow(StepId.FOLLOW_UP))
        before = str(letter(run).query_one("#letter-before-text", Static).render())
        assert "I read on about ice hockey." in before
        text(run).take("Dear Dana,\n\nIs there news? My printed portfolio has grown.\n\nJo\n")
        await checked(run)
        await run.press("f5", "y")
        run.clock.on(days=10)
        await run.go(StepRow(StepId.FOLLOW_UP))
        await run.press("w")
        assert isinstance(run.app.screen, PromptDialog)
        await run.press("enter")
        assert isinstance(run.app.screen, PromptDialog)
        await run.type("they asked me to\n")
        await replace(run, "\n\n\n\n", "\n\nMy portfolio is online.\n\n")
        await run.press("f5", "y")
        assert [contact.get("reason") for contact in contacts(run)] == [None, None, "they asked me to"]


async def test_connecting_has_no_facebook_and_says_why(path: Path) -> None:
    async with running(path, LETTERS) as run:
        run.clock.on(days=1)
        await opened(run, StepRow(StepId.CONNECT))
        assert letter(run).query_one(Choice).options == ("LinkedIn", "Twitter/X")
        assert "Not Facebook" in run.shown()
        assert text(run).text.startswith("Hi Dana, thank you")
        await run.press("f5", "y")
        assert [(contact["kind"], contact["channel"]) for contact in contacts(run)] == [
            ("connect", "LinkedIn")
        ]


async def test_material_goes_out_with_its_letter(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await run.go(MaterialRow("references"))
        await run.press("w")
        assert "As you asked, I am sending you the references" in text(run).text
        await run.press("f5", "y")
        assert [(contact["kind"], contact["text"][:10]) for contact in contacts(run)] == [
            ("material", "references"),
            ("other", "Dear Dana,"),
        ]


async def test_without_anybody_to_write_to_a_message_says_so(path: Path) -> None:
    notes = LETTERS[: LETTERS.index("notes")]
    async with running(path, notes) as run:
        await run.go(StepRow(StepId.THANK))
        await run.press("w")
        assert isinstance(run.app.screen, MainScreen)
        assert "Who did you meet?" in run.notices()


async def test_a_draft_is_thrown_away_and_brought_back(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await run.type(PERSONAL)
        await hand(run, "discard")
        assert drafts(run) == []
        assert [deleted["kind"] for deleted in run.file()["deleted"]] == ["draft"]
        await run.press("u")
        assert PERSONAL in drafts(run)[0]["body"]


async def test_a_letter_is_edited_in_the_users_own_editor(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "followup_tui.tui.screens.letter.screen.edit_text", lambda _app, old: Edit(old + "PS: ünï\n")
    )
    async with running(path, LETTERS) as run:
        await opened(run)
        await run.press("f4")
        assert drafts(run)[0]["body"].endswith("PS: ünï\n")


async def test_hostile_notes_and_pastes_are_shown_to_the_letter(path: Path) -> None:
    hostile = LETTERS.replace("Dana plays ice hockey", "[/b] [red]x[/] plays")
    async with running(path, hostile) as run:
        await opened(run)
        await run.press("f3")
        assert "[/b] [red]x[/] plays" in run.shown()
        await run.press("G", "g", "enter")
        await checked(run)


@pytest.mark.parametrize(
    ("size", "is_whole"), [((120, 36), True), ((80, 24), False), ((60, 18), False), ((40, 12), False)]
)
async def test_it_fits(path: Path, size: tuple[int, int], is_whole: bool) -> None:
    async with running(path, LETTERS, size=size) as run:
        await opened(run)
        shown = run.shown()
        assert ("Kind regards," in shown) is is_whole
        assert "esc leave" in shown
        await run.press("f3")
        assert "ice hockey" in run.shown()
        await run.press("f3")
        assert run.app.screen.focused is text(run)
        text(run).move_cursor((0, 0))
        await run.idle()
        assert "Dear Dana," in run.shown()


async def test_nothing_of_the_head_is_cut_without_saying_so(path: Path) -> None:
    role = LETTERS.replace('company = "Acme"', 'company = "Acme"\nrole = "Principal platform engineer, maps"')
    async with running(path, role, size=(80, 24)) as run:
        run.clock.on(days=14)
        await opened(run, StepRow(StepId.FOLLOW_UP))
        lines = [line.split("││")[0].strip("│ ") for line in run.shown().splitlines()]
        assert [line[-1] for line in lines if line.startswith("Subject")] == ["…"]
        assert letter(run).draft.plan.verdict.why in " ".join(lines)
        letter(run).query_one("#letter-subject").focus()
        await run.press("end")
        assert "Acme " in run.shown()


async def test_where_there_is_no_address_what_helps_is_in_view(path: Path) -> None:
    async with running(path, LETTERS, size=(60, 18)) as run:
        await opened(run, PersonRow(StepId.THANK, "Luis Ortega"))
        assert "○ email via Dana Reyes" in run.shown()
        assert "No address? “email via Dana Reyes”" in run.shown()
    async with running(path, LETTERS.replace(" <dana@acme.example>", ""), size=(60, 18)) as run:
        await opened(run, PersonRow(StepId.THANK, "Luis Ortega"))
        assert "Add it after the name in the notes" in run.shown()


async def test_findings_take_the_room_that_they_need(path: Path) -> None:
    async with running(path, LETTERS, size=(100, 30)) as run:
        await opened(run)
        await run.type("[A] [B] [C] [D] ")
        await checked(run)
        assert len(findings(run)) == 6
        for finding in letter(run).draft.findings:
            assert finding.message in run.shown()
        assert "[A] [B] [C] [D]" in run.shown(), "and what is written stays in view"


async def test_after_a_note_the_cursor_is_on_the_next_person(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await run.type(PERSONAL)
        await run.press("f5", "y")
        assert run.rows("steps-list").cursor == PersonRow(StepId.THANK, "Luis Ortega")
        await run.press("w")
        assert text(run).text.startswith("Dear Luis,")


async def test_a_second_note_to_the_same_person_is_a_choice(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await run.go(PersonRow(StepId.THANK, "Dana Reyes"))
        await run.press("space", "w")
        assert isinstance(run.app.screen, ConfirmDialog)
        assert "Dana Reyes got your thank-you note today." in run.shown()
        await run.press("n")
        assert isinstance(run.app.screen, MainScreen)
        await run.press("w", "enter")
        letter(run)


async def test_a_long_note_is_shown_whole_next_to_the_letter(path: Path) -> None:
    long = "they move from Postgres to something of their own and would like help with every step of it"
    async with running(path, LETTERS.replace("@ Dana", f"{long}\n@ Dana", 1), size=(80, 24)) as run:
        await opened(run)
        side = " ".join(line.split("││")[-1].strip(" │") for line in run.shown().splitlines() if "││" in line)
        assert long in side


async def test_the_keys_that_answer_a_finding_stand_below_it(path: Path) -> None:
    async with running(path, LETTERS, size=(80, 24)) as run:
        await opened(run)
        assert "ctrl+n next · ctrl+o keep as is" in run.shown()
        await replace(run, "Dear Dana", "Dear Dina")
        assert "ctrl+n next · ctrl+r fix · ctrl+o keep as is" in run.shown()
        assert "F2 next person" in run.shown()


async def test_an_invitation_goes_by_linkedin_and_an_answer_says_what_follows(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c")
        form = run.app.screen
        assert isinstance(form, ContactForm)
        assert form.query_one("#channel", Choice).value == "email"
        await run.press("shift+tab", "left")
        assert form.query_one("#kind", Choice).value == "connect"
        assert form.query_one("#channel", Choice).value == "LinkedIn"
        await run.press("right")
        assert form.query_one("#channel", Choice).value == "email"
        await run.press("enter")
        assert contacts(run)[0]["kind"] == "reply"
        assert "Did they name another day? Set it with d." in run.notices()
        await run.press("u")
        assert "Undone: recording their answer" in run.notices()


@pytest.mark.parametrize("way", ["text", "mailto", *in_long_runs("eml", "txt")])
async def test_a_letter_with_a_blocking_finding_is_handed_over_only_after_a_question(
    path: Path, way: str
) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await replace(run, "Dear Dana", "Dear Luis")
        before = text(run).text
        await hand(run, way)
        assert isinstance(run.app.screen, ConfirmDialog)
        assert "1 to answer" in run.shown()
        await run.press("x", "n")
        assert isinstance(run.app.screen, LetterScreen)
        assert text(run).text == before
        assert run.notices() == ""
        assert not (path.parent / "letters").exists()
        await hand(run, way)
        await run.press("y")
        assert run.notices() != ""


async def test_a_new_kind_of_letter_is_found_in_palette_help_and_screen(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    postcard = LetterKind(
        "postcard",
        "Postcard",
        ContactKind.OTHER,
        openings.blank,
        action="Write: a postcard",
        advice="Be brief.",
    )
    monkeypatch.setitem(LETTER_KINDS, postcard.id, postcard)
    async with running(path, LETTERS) as run:
        await run.press("2", "?")
        assert "Write: a postcard" in [text for _, text, *_ in letter_rows(Keymap())]
        await run.press("escape")
        screen = run.app.screen
        entries = {entry.name: entry for entry in Commands(screen).entries(with_lines=False)}
        entries["Write: a postcard"].run()
        await run.idle()
        assert letter(run).form.border_title == "Postcard · Acme"
        assert "Be brief." in run.shown()
        await run.type("Greetings")
        await run.until(lambda: drafts(run))
        assert (drafts(run)[0]["kind"], drafts(run)[0]["letter"]) == ("other", "postcard")
        await run.press("f5", "y")
        assert [(contact["kind"], contact["letter"]) for contact in contacts(run)] == [("other", "postcard")]


async def test_an_answer_to_a_rejection_is_offered_in_the_palette(path: Path) -> None:
    async with running(path, LETTERS) as run:
        entries = {entry.name: entry for entry in Commands(run.app.screen).entries(with_lines=False)}
        entries["Write: answer a rejection"].run()
        await run.idle()
        assert "one thing that I could do better" in text(run).text
        assert findings(run) == ["unsigned"]


async def test_an_acceptance_that_was_sent_closes_the_position_and_says_so(path: Path) -> None:
    offer = CONTACT.format(n=1, text="").replace('kind = "thank-you"', 'kind = "reply"\nsays = "offer"')
    async with running(path, LETTERS + offer) as run:
        start = run.interview()
        main = run.app.screen
        assert isinstance(main, MainScreen)
        main.actions.steps.write_letter(LETTER_KINDS["accept"])
        await run.idle()
        await run.press("f5", "y")
        assert run.interview()["outcome"] == "accepted"
        assert "The offer is accepted. u takes both back." in run.notices()
        assert "Recorded: your acceptance to " in run.notices()
        await run.press("u")
        assert "outcome" not in run.interview()
        assert contacts(run) == start["contact"]


async def test_the_cursor_of_the_people_is_on_whom_the_letter_goes_to(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        people = letter(run).people_list
        assert people.cursor == "Dana Reyes"
        letter(run).action_next_person()
        await run.idle()
        assert people.cursor == letter(run).draft.recipients[0] != "Dana Reyes"


async def test_a_draft_is_opened_again_at_its_beginning_with_the_cursor_above_the_sign_off(
    path: Path,
) -> None:
    async with running(path, LETTERS, (80, 24)) as run:
        await opened(run)
        await run.type(PERSONAL)
        await run.press("escape", "w")
        await run.idle()
        editor = text(run)
        row, column = editor.cursor_location
        assert editor.text.split("\n")[row][:column].strip()
        assert "regards" in editor.text.split("\n")[row + 2]
        assert editor.scroll_offset.y == 0
        assert editor.region.contains_point(editor.cursor_screen_offset)


async def test_enter_in_the_lists_goes_to_the_finding_and_writes_to_the_person(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await replace(run, text(run).text, "Dear Luis,\n\n[company] and [role]\n")
        await checked(run)
        screen = letter(run)
        screen.finding_list.focus()
        await run.press("down", "enter")
        assert screen.navigation.current == 1
        assert screen.form.editor.has_focus
        assert text(run).selected_text
        screen.people_list.focus()
        await run.press("down", "enter")
        assert screen.draft.first_recipient == "Luis Ortega"
        assert text(run).has_focus


async def test_keys_that_have_nothing_to_do_in_a_letter_say_so(path: Path) -> None:
    alone = LETTERS.replace("@ Luis Ortega\n", "").replace("@ Mina Okafor, head of data\n", "")
    async with running(path, alone) as run:
        await run.go(StepRow(StepId.FOLLOW_UP))
        await run.press("w", "y")
        screen = letter(run)
        screen.people_list.focus()
        await run.press("space")
        assert "Only a thank-you note can go to several people." in run.notices()
        await run.press("f2")
        assert "No one else to write to." in run.notices()
        screen.form.editor.focus()
        await replace(run, text(run).text, "")
        await run.press("f5")
        assert "Write something first." in run.notices()


async def test_a_letter_in_an_editor_that_is_open_still_comes_back_at_each_save(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "letter.txt"

    def edit(_: object, old: str) -> Edit:
        file.write_text(old, encoding="utf-8")
        return Edit(None, "Still open?", OpenFile(file, old))

    monkeypatch.setattr("followup_tui.tui.screens.letter.screen.edit_text", edit)
    async with running(path, LETTERS) as run:
        await opened(run)
        await run.press("f4")
        assert run.notices() == "Still open?"
        file.write_text(f"{text(run).text}PS: from there\n", encoding="utf-8")
        await run.press("escape")
        assert drafts(run)[0]["body"].endswith("PS: from there\n")
        monkeypatch.setattr(
            "followup_tui.tui.screens.letter.screen.edit_text", lambda *_: Edit(None, "No editor is set.")
        )
        await run.press("w", "f4")
        assert "No editor is set." in run.notices()


async def test_where_nothing_is_found_its_keys_say_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        screen = letter(run)
        screen.draft.review = Review((), 0)
        monkeypatch.setattr(screen.draft, "check", lambda: None)
        for action in (screen.action_next_finding, screen.action_fix, screen.action_dismiss_finding):
            run.app.toasts.dismiss_all()
            action()
            await run.idle()
            assert run.notices() == "Nothing to fix."


async def test_esc_goes_from_the_lists_back_to_the_text_where_only_one_has_room(path: Path) -> None:
    async with running(path, LETTERS, (60, 24)) as run:
        await opened(run)
        await run.press("f3")
        assert letter(run).has_class("-side")
        await run.press("escape")
        assert text(run).has_focus
