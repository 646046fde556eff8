"""The rules of the method: from the records and a moment to plans, each date with its reason.

Lowest first: `plan_types` (the values of a plan), `position` (which interviews are rounds of one position),
`joining` (positions that may be one), `answers` (what an answer of theirs does; offers), `follow_up` (the
verdict), `round_plan` (facts, people and material of a round), `clock` (the promised day, budget and answer
that count for a round), `steps` (the six steps), `todos` (what is to be done today), `plan` (puts all of it
together as a `PositionPlan`), `agenda` (the list and `due`), `timeline` and `overview` (days), `recall` (the
card for a call).
"""
