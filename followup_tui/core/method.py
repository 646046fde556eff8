"""What the app says about each step: when it is done, what it is about, and where its rules come from."""

from followup_tui.core.model.logbook import StepId

WHEN = {
    StepId.ASK: "before you leave",
    StepId.WRITE_DOWN: "the same day",
    StepId.THANK: "by the end of the day",
    StepId.CONNECT: "from the next day, optional",
    StepId.WAIT: "until the day they named",
    StepId.FOLLOW_UP: "the two working days after",
}
"""When each step is done, in a few words."""
METHOD = {
    StepId.ASK: "Two questions before you leave: what happens next and by when, and whether they would like "
    "anything more from you. The first answer says how long to keep quiet, the second gives you a reason to "
    "write. Note them with > and +; “none” means that there was nothing.",
    StepId.WRITE_DOWN: "Memory fades fast: up to 73% is gone within a day or two. Write now, in any order. "
    "Names (@) save you from the worst slip, the wrong name; documents (=), their concerns (!) and "
    "personal things (~) make your letters good. “none” after a sign means that there was nothing.",
    StepId.THANK: "One short, personal note to each person you met, by email or card, by tonight. A quarter "
    "of interviewers expect one within two days; late is still worth it. Pick up something you talked "
    "about, and get the name right.",
    StepId.CONNECT: "Optional, and only with people you met in person: LinkedIn, perhaps Twitter/X on a "
    "professional account. Not Facebook: that is for friends. Waiting a day looks less eager.",
    StepId.WAIT: "Until the promised day has passed, keep quiet and keep applying elsewhere. You have two "
    "follow-ups at most, so don’t use one too early. A wait that is on track is a good sign.",
    StepId.FOLLOW_UP: "A day or two after the promised day, ask how things stand, with a detail or an "
    "article on something you talked about. Send what you promised first. Two follow-ups are the limit; "
    "an answer from them ends the wait.",
}
"""What each step is about, in a few sentences (after the article)."""
SOURCES = {
    StepId.ASK: "From the article, “6 Steps You Should Take After A Job Interview”. Without a date from "
    "them, we count 7 days (career guides).",
    StepId.WRITE_DOWN: "All of it is from the article: the 73%, and that it is late after one day.",
    StepId.THANK: "From the article; the quarter is 26% of interviewers (CareerBuilder survey, 2005).",
    StepId.CONNECT: "From the article; waiting a day: career guides.",
    StepId.WAIT: "From the article. The wait ends with the day they named; of a range, its last "
    "day (our rule).",
    StepId.FOLLOW_UP: "From the article; working days: our rule; 7 days between two: career guides.",
}
"""Where the rules of each step are from."""
