"""Which of the dates in a text are promised: each is judged by its clause and by the clauses around it."""

from followup_tui.core.dates import cues
from followup_tui.core.dates.chains import Chain
from followup_tui.core.dates.clauses import (
    STRONG_LEADS,
    carries_over,
    clause_text,
    is_bare,
    is_nominal,
    reason_against,
    split_clauses,
)
from followup_tui.core.dates.lazy_regex import LazyRegex
from followup_tui.core.dates.plain_words import NEUTRAL
from followup_tui.core.dates.reasons import AGAINST, Reason
from followup_tui.core.dates.resolve import span
from followup_tui.core.dates.tokens import Token
from followup_tui.core.text import words

_OF_PROMISES = {Reason.OWN, Reason.AFTER, Reason.UNRELATED}
"""Reasons against a promise of theirs that say nothing against what the user has to do."""
_OF_NOUNS = {Reason.START, Reason.ABSENCE, Reason.OTHER, Reason.HABIT}
"""Reasons that a noun may give which only names what the user has to send: "holiday calendar by Friday"."""
_DOCUMENT = LazyRegex(
    r"""
        (?<!\w)([\w'-]+ ){0,2}(diplomas?|certificates?|forms?|letters?|cop(y|ies)|drafts?|calendars?|lists?
        |slips?|payslips?|papers?|documents?|statements?|contracts?|plans?|requests?|questionnaires?|sheets?
        |invoices?|licen[cs]es?|permits?|passports?)(?! (of|from|dated) #)(?!\w)( of employment\b)?
        """
)
"""What the user has to send, with the nouns that name it: "start date form", "employment certificate"."""
_OF_OTHERS = LazyRegex(
    r"""
        ^(\W|and |but |as |because |so |since |when )*(they|we|he|she|it|hr|@|the \w+)('s|'re| \w+ly)*[ ]
        (is|are|was|were|will|starts?|begins?|ends?|expires?|launch\w*|ships?|moves?|joins?|leaves?|goes|opens?|runs?|closes?|away|off|out|back)\b
        """
)
"""A clause next to a task that tells what others do: "she is away before Friday"."""
_DUE = STRONG_LEADS | {"due"}
"""What leads to the day by which a task is due."""
_AGE = LazyRegex(r"\b(dated|issued|taken|valid)( \w+)? #")
"""How old a document may be, which is not a day by which it is due: "dated within three months"."""
_OPEN_WORDS = words("never whenever knows all not could might may")


def judge(tokens: list[Token], chains: list[Chain], is_task: bool) -> None:
    """Set the reason of each chain that promises nothing.

    With `is_task` the text is what the user has to do, by the day that it names.
    """
    judgement = _Judge(tokens, chains, is_task)
    for number in range(len(judgement.clauses)):
        judgement.judge_clause(number)


def stays_open(tokens: list[Token]) -> bool:
    """Return whether a text names an alternative that is not a date: "or never", "could be … or could be"."""
    spelled = [token.word for token in tokens]
    return not _OPEN_WORDS.isdisjoint(spelled) and cues.OPEN_END.search(" ".join(spelled)) is not None


class _Judge:
    """Judges the dates of a text, one clause after the other."""

    def __init__(self, tokens: list[Token], chains: list[Chain], is_task: bool) -> None:
        self.tokens, self.chains, self.is_task = tokens, chains, is_task
        self.spans = [(chain.phrases[0].start, chain.phrases[-1].end) for chain in chains]
        """The tokens of each chain with the words that lead to it."""
        self.dates = [(chain.phrases[0].match.core, chain.phrases[-1].end) for chain in chains]
        """The tokens of each chain without these."""
        self.clauses = split_clauses(tokens, self.spans)
        self.reasons: dict[int, Reason | None] = {}
        """Number of a clause with dates -> the reason against its last one."""

    def judge_clause(self, number: int) -> None:
        """Set the reasons of the dates in a clause."""
        for at in self._dates_in(number):
            chain = self.chains[at]
            lead = frozenset([word for phrase in chain.phrases for word in phrase.match.lead])
            text = clause_text(self.tokens, self.clauses[number], self.dates, at)
            if self.is_task and "until" not in lead:  # "work permit until 31 March"
                text = _DOCUMENT.sub("paper", text)
            chain.is_moved = cues.FROM_DATE in f" {text}" and cues.MOVED.search(text) is not None
            is_decision = chain.is_moved and (cues.PROMISE.search(text) or not cues.EVENT_ALONE.search(text))
            chain.reason = None if is_decision else self._reason(number, chain, text, lead)
            self.reasons[number] = chain.reason

    def _reason(self, number: int, chain: Chain, text: str, lead: frozenset[str]) -> Reason | None:
        """Return why a day in a clause is not a promise; None if it is one."""
        if self._is_asked(number):
            return Reason.ASKED
        if self.is_task and "after" in lead and _AGE.search(text):
            return Reason.OTHER
        if chain.phrases[0].match.resolver is span and cues.NAMED_EARLIER.search(text):
            return Reason.UNCLEAR
        if chain.phrases[0].match.resolver is span and cues.GIVEN_TO_USER.search(text):
            return Reason.OWN
        reason = reason_against(text, lead)
        if reason in (Reason.ABSENCE, Reason.OTHER, Reason.UNRELATED) and self._continues_that_day(number):
            reason = None
        is_due = self.is_task and not lead.isdisjoint(_DUE) and not _OF_OTHERS.search(text)
        is_due = is_due and not _AGE.search(text)
        if self.is_task and (reason in _OF_PROMISES or (is_due and reason in _OF_NOUNS)):
            return None
        if reason is not None:
            return reason
        stands_alone = is_due or self.clauses[number].begins_sentence
        if not stands_alone and (carried := self._carried(number, text, lead)):
            return carried
        if self._is_taken_back(number):
            return Reason.DOUBT
        if not self.is_task and is_bare(text) and self._heads_event(number):
            return Reason.UNRELATED
        if not self.is_task and self._is_own_step(number, text):
            return Reason.OWN
        if any(phrase.open_ended for phrase in chain.phrases):
            return Reason.BOUND
        if any(phrase.denied for phrase in chain.phrases) and not cues.SILENCE.search(self._text()):
            return Reason.DENIED
        return None

    def _text(self, number: int | None = None) -> str:
        """Return the words of a clause, or of the whole text."""
        tokens = self.tokens
        if number is not None:
            tokens = tokens[self.clauses[number].start : self.clauses[number].end]
        return " ".join([token.word for token in tokens])

    def _dates_in(self, number: int) -> list[int]:
        """Return the indexes of the chains that begin in a clause."""
        clause = self.clauses[number]
        return [at for at, (start, _) in enumerate(self.spans) if clause.start <= start < clause.end]

    def _carried(self, number: int, text: str, lead: frozenset[str]) -> Reason | None:
        """Return the reason against the clause before where it holds for this one, too."""
        if number == 0:
            return None
        if number - 1 in self.reasons:
            was_past = self.reasons[number - 1] is Reason.PAST
            if "due" in lead and is_bare(text):
                return self.reasons[number - 1]
            is_over = was_past and is_nominal(text, lead) and not cues.NOW.search(text)
            return Reason.PAST if is_over else None
        before = self._text(number - 1).replace("no .", "number")
        if cues.CONDITION.search(before):
            return None
        is_headed = self._ends_with(number - 1, ":") and not cues.THEY.search(text)
        if is_headed and _is_of_user(before):
            return Reason.OWN
        reasons = (reason for reason, cue in AGAINST if carries_over(reason, text) and cue.search(before))
        is_event = is_bare(text) and cues.EVENT_ALONE.search(before) and not cues.PROMISE.search(before)
        return next(reasons, Reason.UNRELATED if is_event else None)

    def _is_own_step(self, number: int, text: str) -> bool:
        """Return whether the clause is the user's step when nothing was heard: "if not, call on Monday"."""
        before = self._text(number - 1) if number else ""
        return (
            before.startswith("if ")
            and cues.NEGATION.search(before) is not None
            and cues.BARE_CONTACT.search(text) is not None
        )

    def _is_asked(self, number: int) -> bool:
        """Return whether the clause ends a question: "When will you decide? By Friday?"."""
        if cues.INVERSION.search(self._text(number)):
            return True
        if number and self._ends_with(number - 1, "?") and cues.WHICH_SLOT.search(self._text(number - 1)):
            return True
        before = range(max(number - 1, 0), number + 1)
        return self._ends_with(number, "?") and any(
            cues.QUESTION.search(self._text(clause)) for clause in before
        )

    def _is_taken_back(self, number: int) -> bool:
        """Return whether the next clause has no date and takes this one back: "Friday? Not a chance"."""
        following = self._next_without_date(number)
        return following is not None and cues.TAKEN_BACK.search(following) is not None

    def _ends_with(self, number: int, mark: str) -> bool:
        """Return whether that mark ends a clause."""
        at = self.clauses[number].end
        return at < len(self.tokens) and self.tokens[at].word == mark

    def _heads_event(self, number: int) -> bool:
        """Return whether the clause is a day, and an event follows a colon or a dash: "fri: round 2"."""
        following = self._next_without_date(number)
        is_before_colon = self._ends_with(number, ":")
        if not (is_before_colon or self._ends_with(number, "-")) or following is None:
            return False
        if cues.PROMISE.search(following) or cues.COMMENT.search(following):
            return False
        is_other = is_before_colon and not (is_bare(following) or NEUTRAL.issuperset(following.split()))
        return is_other or cues.EVENT.search(following) is not None

    def _continues_that_day(self, number: int) -> bool:
        """Return whether the next clause promises something for that very day: "and will decide then"."""
        following = self._next_without_date(number)
        if following is None or _is_of_user(following):
            return False
        return cues.SAME_DAY.search(following) is not None and cues.PROMISE.search(following) is not None

    def _next_without_date(self, number: int) -> str | None:
        """Return the words of the clause after one, if it has no date of its own."""
        if number + 1 >= len(self.clauses) or self._dates_in(number + 1):
            return None
        return self._text(number + 1)


def _is_of_user(text: str) -> bool:
    """Return whether a clause says what the user is to do."""
    return any(reason is Reason.OWN and cue.search(text) for reason, cue in AGAINST)
