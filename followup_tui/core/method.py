"""What the help says of each step: what it is about, and where its rules are from."""

from followup_tui.core.model.logbook import StepId

METHOD = {
    StepId.ASK: "Two questions before you leave: what happens next and by when, and whether they would like "
    "anything more from you. The first answer tells how long to keep quiet, the second gives you a reason to "
    "write. Note them with > and +; “none” says that there was nothing.",
    StepId.WRITE_DOWN: "Memory is quick to go: up to 73 % within a day or two. Write at once, in any order. "
    "Names @ keep you from the worst slip, the wrong name; documents given =, their concerns ! and personal "
    "things ~ are what later letters live on. “none” after a sign says that there was nothing.",
    StepId.THANK: "One short, personal note to each person you met, by email or card, by tonight. A quarter "
    "of interviewers count on it within two days; late is still worth it. Take up something you talked "
    "about, and mind the name.",
    StepId.CONNECT: "Optional, and only with people you met in person: LinkedIn, perhaps Twitter/X on a "
    "professional account. Not Facebook: that is for friends. A day’s distance looks less eager.",
    StepId.WAIT: "Until the promised day is over, keep quiet and go on looking. You have one follow-up, at "
    "most two: spent too early, they are gone when you need them. A wait that is on track is a good sign.",
    StepId.FOLLOW_UP: "A day or two after the promised day, ask how things stand, with a detail or an "
    "article on something you talked about. What you promised to send goes out before that. Two follow-ups "
    "are all there is; an answer from them ends the wait.",
}
"""What each step is about, in a few sentences (after the article)."""
SOURCES = {
    StepId.ASK: "After the article on six steps after an interview. Without a date, 7 days are taken as a "
    "guess (career guides).",
    StepId.WRITE_DOWN: "After the article, which has the 73 %. Late after one day: article.",
    StepId.THANK: "After the article; the quarter is 26 % of interviewers (CareerBuilder survey, 2005).",
    StepId.CONNECT: "After the article; the day’s distance: career guides.",
    StepId.WAIT: "After the article. The quiet ends with the day they named; a range counts to its last day "
    "(ours).",
    StepId.FOLLOW_UP: "After the article; working days: ours; 7 days between two follow-ups: career guides.",
}
"""Where the rules of each step are from."""
