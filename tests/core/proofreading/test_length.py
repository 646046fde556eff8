"""The length of a letter: what counts as a paragraph."""

import pytest

from followup_tui.core.proofreading.finding import FindingKind
from followup_tui.core.proofreading.length import paragraphs
from tests.core.proofreading.cases import judged

GOOD_LETTER = {"scene": "acme", "kind": "thank-you", "person": "Dana Reyes"}

TEXT = (
    "Thank you for the morning at the harbour, where the plan can be read from far away.",
    "The idle cranes at low tide are a riddle that I would love to take home with me.",
    "I am happy to send references, and I look forward to your decision next week.",
)


@pytest.mark.parametrize(
    "end",
    [
        ["Yours,", "Nora"],
        ["Until then, best wishes,\nNora Quist", "P.S. My aunt says hello.", "P.P.S. So does her cat."],
        ["- Bertha\n- the tide\n- the board", "Nora"],
        ["1. Bertha\n2. the tide", "Best,\nNora\n+46 70"],
        ["With gratitude and best wishes from Lund,", "Nora Quist", "nora@quist.example\nwww.quist.example"],
        ["Speak soon,\nNora"],
        ["Very truly yours,\n\nNora Quist"],
        ["Regards\nNora Quist\nTerminal planner\nLund, Sweden\n+46 70 000 00 00"],
        ["Have a great weekend!", "Nora"],
        ["--\nNora Quist\nPlanner"],
        ["Warmest wishes to you and to Torvald,\nNora"],
        ["Enjoy the rest of your week,\nNora"],
        ["Liebe Grüße\nNora"],
    ],
)
def test_greeting_sign_off_signature_postscript_and_lists_are_no_paragraphs(end: list[str]) -> None:
    body = "\n\n".join(["Dear Rebecca,", *TEXT, *end])
    assert [body[start:end] for start, end in paragraphs(body)] == [*TEXT]


def test_a_short_last_sentence_is_a_paragraph() -> None:
    more = "And one more thing: I can start at any time that suits you best."
    body = "\n\n".join(["Dear Rebecca,", *TEXT, more, "Best,\nNora"])
    assert len(paragraphs(body)) == 4


def test_an_invitation_by_linkedin_is_as_short_as_linkedin_wants_it() -> None:
    invitation = {
        **GOOD_LETTER,
        "kind": "connect",
        "channel": "LinkedIn",
        "body": "Dana, " + "thank you. " * 40,
    }
    too_long = [finding for finding in judged(invitation) if finding.kind is FindingKind.TOO_LONG]
    assert [finding.message.startswith("LinkedIn takes 300 characters") for finding in too_long] == [True]
    assert too_long[0].start == 300


def test_a_call_has_no_length_and_no_attachment() -> None:
    call = {**GOOD_LETTER, "channel": "phone", "body": "Hi Dana, my CV is attached."}
    kinds = {finding.kind for finding in judged(call)}
    assert not kinds & {FindingKind.TOO_SHORT, FindingKind.TOO_LONG, FindingKind.ATTACHMENT}
