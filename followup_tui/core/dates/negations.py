"""Which words of a text are negated."""

from followup_tui.core.dates.guards import LEADS
from followup_tui.core.dates.patterns import PATTERNS
from followup_tui.core.dates.tokens import Token, is_spaced_dash
from followup_tui.core.text import words

_NEGATIONS = words(
    "no not never nor neither none nothing nobody cannot cant wont dont doesnt isnt unlikely impossible"
    " except excluding avoid hardly scarcely rarely seldom barely"
)
SUPPOSING = words("you we they i he she it do does did have has had are is there there's")
"""What may come between "if" and a negation that leaves a date as it is: "if you have not heard"."""
_BREAKS = frozenset(",;.:!?()")
_TURNING = words(
    "will would should they we he she it can they'll we'll she'll he'll thinks hopes"
    " expects reckons guesses aims"
)
"""After "but": a sentence of its own, which a negation before it leaves alone."""


def negated_tokens(tokens: list[Token]) -> list[bool]:
    """Return for each token whether its clause is negated; `whether you got it or not` is not."""
    marks: list[bool] = []  # of the tokens of all clauses before this one
    denied = False  # whether a word of this clause negates it
    supposing = False  # whether the words since "if" are those of SUPPOSING
    asking = False  # whether it has "whether" or "if"
    for at, token in enumerate(tokens):
        turns = token.word == "but" and denied and _turns(tokens, at + 1)
        if token.word in _BREAKS or is_spaced_dash(tokens, at) or turns:
            marks += [denied] * (at - len(marks))
            denied = supposing = asking = False
        elif token.word == "rather-than":
            marks += [denied] * (at - len(marks))
            denied = True
        elif token.word in _NEGATIONS or token.word.endswith("n't"):
            denied = denied or not (supposing or (asking and tokens[at - 1].word == "or"))
        else:
            asking = asking or token.word in {"whether", "if"}
            supposing = token.word == "if" or (supposing and token.word in SUPPOSING)
    return marks + [denied] * (len(tokens) - len(marks))


def _turns(tokens: list[Token], at: int) -> bool:
    """Return whether what comes after "but" is no longer denied: "not next week but this Friday"."""
    if at >= len(tokens) or "WEEKDAY" in tokens[at].kinds:
        return False
    if tokens[at].word in _TURNING:
        return True
    while at < len(tokens) and tokens[at].word in LEADS:
        at += 1
    return at < len(tokens) and bool(PATTERNS.fits(tokens, at))
