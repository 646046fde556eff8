"""Days: those given for the interview must be right, those of anything else may be any."""

from datetime import date

import pytest

from followup_tui.core.model.logbook import ContactKind, Draft, Logbook
from followup_tui.core.proofreading.finding import FindingKind
from followup_tui.core.proofreading.proofread import proofread
from tests.core.builders import interview
from tests.core.proofreading.cases import findings_in


@pytest.mark.parametrize(
    "sentence",
    [
        "I look forward to meeting you again on Monday.",
        "I hear that your team meets on Mondays.",
        "Thank you for today. I will call you on Monday as agreed.",
        "Thank you for your email on Friday.",
        "Thank you for your message of Monday, 16 November.",
        "I will be in town from 24/11 to 26/11.",
        "The train that I take leaves at 11.16 on Saturdays.",
        "Thank you for inviting me to come back on Monday.",
        "We could meet on Tuesday, 24 November.",
        "I enjoyed reading your article on Monday.",
        "Thank you for the time you took today, and enjoy your day off on Friday.",
        "I can begin on 1/12, or on 4/1 if you prefer.",
        "Our conversation made me think of the Sunday when the cranes fell silent.",
        "It was a pleasure to talk to you today; I told my wife all about Thursday nights in the harbour.",
        "I spoke to my referees on Monday, and both are happy to be called.",
        "As I said to Torvald on the phone on Monday, I can move at once.",
        "I have been thinking of this job since Monday.",
        "You told us that you started there two weeks ago.",
        "I moved here three weeks ago.",
        "Thank you for meeting me last Thursday.",
        "It was good to see you on 19 November.",
        "It was good to see you on 11/19.",
        "It was good to see you on 19.11.",
        "It was good to see you on Thur.",
        "Thank you for your time on the 19th.",
        "I am happy to come in on Monday, 30 November.",
        "I am happy to come to the harbour and talk to your team on 1 December.",
        "It would be a pleasure to meet you on Friday, 27 November.",
        "Thank you for your message, and I am happy to come in on Monday, 30 November.",
        "Thank you for your call yesterday.",
        "Thank you for the video call yesterday.",
        "Thank you for the call on Wednesday.",
        "Thank you for yesterday's call.",
        "I spoke to your assistant yesterday.",
        "I talked with your colleague on Monday.",
        "As agreed on Friday, I will start on 1 December.",
        "As arranged on Monday, I will bring the plan.",
    ],
)
def test_the_day_of_something_else_is_silent(sentence: str) -> None:
    assert findings_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("Thank you for your time on Monday.", "Monday"),
        ("I enjoyed our chat last Monday.", "Monday"),
        ("It was nice meeting you all on Friday.", "Friday"),
        ("Thank you for seeing me on Nov. 16.", "Nov. 16"),
        ("Thanks for having me on Weds.", "Weds."),
        ("Thank you for the interview on 16 November.", "16 November"),
        ("It was a pleasure to come to the harbour on Wednesday.", "Wednesday"),
        ("Thank you for the tour on Friday.", "Friday"),
        ("When I visited you on Monday, the crane stood still.", "Monday"),
        ("Thank you for speaking to me on 18.11.", "18.11."),
        ("Our meeting on 11/18/2026 was a joy.", "11/18/2026"),
        ("I wanted to thank you for Tuesday.", "Tuesday"),
        ("It was good to talk three days ago.", "three days ago"),
        ("Our interview last week was fun.", "last week"),
        ("Thank you for meeting with me\non Monday.", "Monday"),
        ("See you on Monday, 24 November.", "Monday, 24 November"),
        ("I can start on Friday, December 2.", "Friday, December 2"),
        ("It was great chatting with you yesterday.", "yesterday"),
        (
            "Thank you so much for taking the time to interview me for the planner position on Tuesday.",
            "Tuesday",
        ),
        ("Since our meeting on Saturday I have drawn cranes.", "Saturday"),
        ("Thank you for meeting me on Thu 12 Nov.", "Thu 12 Nov."),
        ("Thank you for meeting me on the 12th.", "the 12th"),
        ("Thank you for the chat on Nov 12th, 2026.", "Nov 12th, 2026"),
        ("Thank you for the chat on 12.11.2026.", "12.11.2026"),
        ("Thank you for the chat of 2026-11-12.", "2026-11-12"),
        ("I enjoyed our talk last Wednesday evening.", "Wednesday"),
        ("I appreciated your time on Tuesday morning.", "Tuesday"),
        ("I am grateful for the conversation we had on Friday.", "Friday"),
        ("It was an honour to be interviewed by you on Monday.", "Monday"),
        ("I really enjoyed visiting on Wednesday.", "Wednesday"),
        ("As we discussed in our interview on Monday, I can start soon.", "Monday"),
        ("Following our interview on Monday, I have thought of Bertha.", "Monday"),
        ("After our meeting on Monday I read about tides.", "Monday"),
        ("Monday's interview was a joy.", "Monday"),
        ("I left Monday's meeting with a smile.", "Monday"),
        ("Thank you for Monday morning.", "Monday"),
        ("Thanks for a great Monday.", "Monday"),
        ("Thank you for your time this past Monday.", "Monday"),
        ("Thank you for taking the time out of your busy day on Monday to speak with me.", "Monday"),
        ("The pleasure of meeting you on Monday has stayed with me.", "Monday"),
        ("When you interviewed me on Monday, I was nervous.", "Monday"),
        ("It's been a week since our conversation on Monday.", "Monday"),
        ("I met with you on Monday, November 16th.", "Monday, November 16th"),
        ("We met a week ago.", "a week ago"),
        ("It was nice to see the harbour on Monday.", "Monday"),
        ("As we agreed in our interview on Monday, I can start soon.", "Monday"),
        ("As discussed on Monday, I will bring the plan.", "Monday"),
        ("Thank you for meeting me on 26 November.", "26 November"),
        ("Thank you for speaking to me on the call on Wednesday.", "Wednesday"),
    ],
)
def test_a_wrong_day_of_the_interview_is_found(sentence: str, at: str) -> None:
    assert findings_in(sentence) == ["wrong day: " + at]


@pytest.mark.parametrize("day", ["Monday, 9 November", "Wednesday, 11 November", "Thursday, 12 November"])
def test_the_days_of_the_whole_position_are_right(day: str) -> None:
    logbook = Logbook.model_validate(
        {
            "interview": [
                {
                    "id": "first",
                    "company": "Acme",
                    "role": "Planner",
                    "held_at": "2026-11-09T10:00:00+01:00",
                    "contact": [{"id": "meal", "kind": "other", "at": "2026-11-11T12:00:00+01:00"}],
                },
                {
                    "id": "second",
                    "company": "ACME, Inc.",
                    "role": "Planner",
                    "held_at": "2026-11-12T10:00:00+01:00",
                },
            ]
        }
    )
    body = f"Thank you for meeting me on {day}."
    draft = Draft(id="draft", kind=ContactKind.THANK_YOU, person="Dana Reyes", body=body)
    findings = proofread(draft, logbook.interviews[1], logbook, date(2026, 11, 13))
    assert [finding for finding in findings if finding.kind is FindingKind.WRONG_DAY] == []


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("Thank you for your time this afternoon.", "this afternoon"),
        ("It was a pleasure to meet you and the team this evening.", "this evening"),
        ("Thank you for Thursday afternoon.", "Thursday afternoon"),
    ],
)
def test_a_wrong_part_of_the_day_is_found(sentence: str, at: str) -> None:
    assert findings_in(sentence) == ["wrong day: " + at]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you for your time this morning.",
        "After meeting you I spent this afternoon with a map of the yard.",
        "I look forward to the call this afternoon.",
        "I told my wife about it this afternoon.",
        "Thank you for explaining what happens on Black Friday.",
        "I enjoyed hearing about your Good Friday shift.",
    ],
)
def test_the_right_part_of_the_day_and_named_days_are_silent(sentence: str) -> None:
    assert findings_in(sentence) == []


@pytest.mark.parametrize(
    ("held", "notes"),
    [
        ("2026-11-19T12:00:00+01:00", ""),
        ("2026-11-19T09:30:00+01:00", "in the afternoon: a tour of the yard"),
    ],
)
def test_a_part_of_the_day_is_silent_if_the_time_is_not_known_or_the_notes_name_that_part(
    held: str, notes: str
) -> None:
    here = interview(notes=f"@ Dana Reyes\n{notes}", company="Acme", held=held)
    part = "afternoon" if notes else "evening"
    body = f"Dear Dana,\n\nThank you for your time on Thursday {part}.\n"
    draft = Draft(id="draft", kind=ContactKind.THANK_YOU, person="Dana Reyes", body=body)
    found = proofread(draft, here, Logbook(interview=(here,)), here.held_on)
    assert [finding for finding in found if finding.kind is FindingKind.WRONG_DAY] == []
