"""The rules of the method: from the records and a moment to plans, each date with its reason.

Lowest first: `plan_types` (the values of a plan), `contacts` (which are answers of theirs), `offers` (theirs,
which wait for the user's answer), `outcomes` (how a position ended), `position` (which interviews are rounds
of one position), `joining` (positions that may be one), `answers` (what an answer of theirs does),
`other_offers` (an offer in hand elsewhere), `follow_up` (the verdict), `round_plan` (facts, people and
material of a round), `round_case` (the promised day, budget and answer that count for a round), `steps` (the
six steps), `todos` (what is to be done today), `position_plan` (the values of a position's plan), `plan`
(makes them), `carried` (what earlier rounds left open), `agenda` (the list and `due`), `timeline` and
`overview` (days), `known_people`, `promise_record` (how promised days were kept), `recall` and `recall_text`
(the card for a call).
"""
