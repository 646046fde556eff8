"""The phrases that are read as dates: a table of patterns; the first that fits and is meant counts."""

from followup_tui.core.dates import guards, named_days, resolve
from followup_tui.core.dates.matching import PatternTable, parse_patterns
from followup_tui.core.dates.resolve import Captures, DateContext, Days, Resolver


def _with_ordinal(resolver: Resolver) -> Resolver:
    """Return `resolver` for a day of the month that is an ordinal number in words."""

    def resolve_ordinal(context: DateContext, captures: Captures) -> Days | None:
        return resolver(context, {**captures, "DAY": captures["ORDINAL"]})

    return resolve_ordinal


_TABLE = (
    *parse_patterns(guards.sure, resolve.full_date, "DATE"),
    *parse_patterns(guards.dotted_bound, resolve.dotted, "DOTTED"),
    *parse_patterns(guards.dotted_bound, resolve.full_date, "SHORT"),
    *parse_patterns(
        guards.sure,
        resolve.day_month,
        "WEEKDAY? ,? the? DAY -|/|to|or|and|through the? DAY2 of? MONTH ,? YEAR?",
        "WEEKDAY? ,? MONTH .? the? DAY -|to|or|and|through the? DAY2 ,? YEAR?",
        "the? DAY of? MONTH ,|(? a WEEKDAY",
        "WEEKDAY? ,|(? the? DAY .|-? of? MONTH ,? YEAR?",
        "DAYS MONTH ,? YEAR?",
        "MONTH the? DAY ,|(? a WEEKDAY",
        "WEEKDAY? ,? MONTH .? the? DAY ,? YEAR?",
    ),
    *parse_patterns(guards.sure, named_days.nth_of_month, "the? NTH of the? WHICH? month"),
    *parse_patterns(guards.sure, resolve.nth, "WEEKDAY ,? the? NTH", "WEEKDAY the? DAY"),
    *parse_patterns(guards.introduced, resolve.nth, "the NTH ,|(? a WEEKDAY", "the? NTH ( WEEKDAY"),
    *parse_patterns(guards.introduced, resolve.nth, "the? NTH -|to|or|and|through the? NTH2"),
    *parse_patterns(guards.last_nth, resolve.nth, "the? NTH"),
    *parse_patterns(
        guards.sure,
        _with_ordinal(resolve.day_month),
        "the? ORDINAL of MONTH ,? YEAR?",
        "MONTH the? ORDINAL ,? YEAR?",
    ),
    *parse_patterns(guards.last_nth, _with_ordinal(resolve.nth), "the ORDINAL"),
    *parse_patterns(
        guards.sure, resolve.weekday_of_week, "WHICH week on|by|,? WEEKDAY", "WEEKDAY ,|of|in|-? WHICH week"
    ),
    *parse_patterns(guards.sure, resolve.weekday_week, "WEEKDAY week"),
    *parse_patterns(guards.sure, resolve.dotted, "WEEKDAY ,|(? DOTTED"),
    *parse_patterns(
        guards.after_that, named_days.after_thanksgiving, "the? WEEKDAY|STEP after|following thanksgiving"
    ),
    *parse_patterns(
        guards.sure,
        named_days.nth_weekday,
        "the? ORDINAL|NTH|last WEEKDAY of|in MONTH YEAR?",
        "the? ORDINAL|NTH|last WEEKDAY of|in the? WHICH? month",
    ),
    *parse_patterns(
        guards.sure,
        _with_ordinal(resolve.day_month),
        "the? ORDINAL day of MONTH YEAR?",
    ),
    *parse_patterns(guards.sure, resolve.part_of(resolve.named_month), "the? last day of MONTH YEAR?"),
    *parse_patterns(
        guards.always,
        resolve.doubtful,
        "WEEKDAY ,|(? UNCLEAR",
        "monday|mon -|to|through friday|fri",
        "first|second|third|last of MONTH|month|next|this",
        "first|second|third|last of the month",
        "first|second|third|fourth|last week-of|week|day|half|part of? the? MONTH|month|week|next|this",
        "first|second|third|last third|quarter of the? MONTH|month|year",
        "christmas|new-year|thanksgiving|easter|hanukkah|diwali|ramadan|eid after|before",
    ),
    *parse_patterns(guards.set_apart, resolve.doubtful, "afterwards"),
    *parse_patterns(guards.introduced, resolve.doubtful, "UNCLEAR"),
    *parse_patterns(guards.after_that, resolve.following, "the WEEKDAY after|afterwards"),
    *parse_patterns(guards.ends_clause, resolve.following, "WEEKDAY after|afterwards"),
    *parse_patterns(
        guards.sure,
        resolve.following_or_next,
        "the? following WEEKDAY",
        "the next WEEKDAY",
        "the? next|following workday",
    ),
    *parse_patterns(
        guards.sure,
        resolve.doubtful,
        "the WEEKDAY after",
        "the WEEKDAY before",
        "WEEKDAY after|before next|that|this|NAME",
        "WEEKDAY next|of|afterwards",
        "the? HEAD of week DIGITS",
        "week DIGITS",
        "the? weekend after",
        "the? UNIT before christmas|new-year|thanksgiving|easter",
        "UNIT before",
    ),
    *parse_patterns(guards.continued, resolve.part_of_next_week, "PART next", "the? HEAD of next"),
    *parse_patterns(guards.linked, resolve.doubtful, "next", "PART next", "the? HEAD of next"),
    *parse_patterns(guards.sure, resolve.weekday, "the|this? coming WEEKDAY", "WEEKDAY coming"),
    *parse_patterns(guards.sure, resolve.weekday_of_week, "WHICH WEEKDAY"),
    *parse_patterns(guards.pair, resolve.weekday_of_week, "WEEKDAY -|to|or|/ WEEKDAY2 ,|of|in? WHICH week"),
    *parse_patterns(guards.pair, resolve.weekday, "WEEKDAY -|to|or|/ WEEKDAY2"),
    *parse_patterns(guards.sure, resolve.weekday, "the? WEEKDAY"),
    *parse_patterns(
        guards.sure,
        resolve.part_of_week_after_next,
        "the? HEAD of the? week after next",
        "PART the? week after next",
    ),
    *parse_patterns(
        guards.sure, named_days.that_week, "the? HEAD of that week", "PART in|of? that week", "that week"
    ),
    *parse_patterns(
        guards.sure,
        resolve.part_of_week,
        "PART in the week ,? WHICH week",
        "the? HEAD of the? WHICH? week",
        "PART in|-|of? the? WHICH? week",
        "WHICH week ,? by|in|at|towards? the HEAD",
        "eow",
        "WHICH? week-end",
    ),
    *parse_patterns(
        guards.sure, resolve.midweek, "midweek of? WHICH week", "WHICH week ,? midweek", "midweek"
    ),
    *parse_patterns(
        guards.ends_clause, resolve.part_of_week, "WHICH week ,? PART on?", "WHICH week ,? by|in middle|mid"
    ),
    *parse_patterns(guards.sure, resolve.days_ahead(7), "same-time next week", "the? same day next week"),
    *parse_patterns(guards.sure, resolve.days_ahead(1), "same-time tomorrow"),
    *parse_patterns(guards.sure, resolve.this_or_next_week, "this week ,? or|and|/|then next"),
    *parse_patterns(guards.during, resolve.span, "the? next UNIT or|to NUMBER2"),
    *parse_patterns(guards.sure, resolve.doubtful, "the? next UNIT or|to NUMBER2"),
    *parse_patterns(guards.sure, resolve.days_ahead(7), "the next week time"),
    *parse_patterns(guards.sure, resolve.week, "WHICH week", "the? week after next"),
    *parse_patterns(guards.sure, resolve.weekend, "the? WHICH weekend"),
    *parse_patterns(guards.led, resolve.weekend, "the weekend"),
    *parse_patterns(
        guards.sure,
        resolve.part_of(resolve.month),
        "the? HEAD of the? WHICH? month",
        "PART in|-|of? the? WHICH? month",
        "eom",
        "month-end",
    ),
    *parse_patterns(
        guards.sure,
        resolve.part_of(resolve.named_month),
        "the? HEAD of MONTH YEAR?",
        "PART -|in|of? MONTH YEAR?",
        "the? middle -? MONTH YEAR?",
    ),
    *parse_patterns(guards.expected, resolve.part_of_week, "end WHICH week"),
    *parse_patterns(guards.expected, resolve.part_of(resolve.month), "end WHICH month"),
    *parse_patterns(guards.expected, resolve.part_of(resolve.named_month), "end MONTH YEAR?"),
    *parse_patterns(guards.sure, resolve.month, "WHICH month"),
    *parse_patterns(guards.in_month, resolve.named_month, "MONTH YEAR?"),
    *parse_patterns(guards.introduced, resolve.doubtful, "MONTH YEAR?"),
    *parse_patterns(
        guards.sure,
        resolve.end_of_year,
        "the? HEAD of the|this? year",
        "the? end of YEAR",
        "eoy",
        "year-end",
    ),
    *parse_patterns(guards.rest_of_year, resolve.year, "this year"),
    *parse_patterns(guards.bounded, named_days.christmas, "christmas"),
    *parse_patterns(guards.bounded, named_days.thanksgiving, "thanksgiving"),
    *parse_patterns(guards.before_it, named_days.new_year, "new-year"),
    *parse_patterns(
        guards.named_time,
        resolve.doubtful,
        "the? christmas|new-year|thanksgiving|easter|hanukkah|diwali|ramadan|eid",
        "the? spring|summer|autumn|winter",
        "whenever",
        "never",
    ),
    *parse_patterns(guards.sure, resolve.days_ahead(7), "today week"),
    *parse_patterns(guards.sure, resolve.days_ahead(8), "tomorrow week"),
    *parse_patterns(guards.sure, resolve.days_ahead(0), "today"),
    *parse_patterns(guards.is_end_of_today, resolve.days_ahead(0), "eod"),
    *parse_patterns(guards.sure, resolve.days_ahead(1), "tomorrow"),
    *parse_patterns(guards.sure, resolve.days_ahead(2), "the? day after tomorrow"),
    *parse_patterns(guards.after_that, resolve.following, "the STEP after|afterwards"),
    *parse_patterns(guards.ends_clause, resolve.following, "STEP after"),
    *parse_patterns(
        guards.sure,
        resolve.following_or_next,
        "PART|HEAD in|-|of? the following STEP",
        "the HEAD of the following STEP",
        "the? following STEP",
    ),
    *parse_patterns(guards.after_that, resolve.following, "NUMBER more? UNIT later|afterwards"),
    *parse_patterns(guards.ends_clause, resolve.following, "NUMBER more? UNIT after"),
    *parse_patterns(guards.sure, resolve.doubtful, "the? UNIT after"),
    *parse_patterns(
        guards.sure, resolve.span, "NUMBER -? UNIT window|turnaround|wait|timeline|timescale|timeframe"
    ),
    *parse_patterns(guards.always, resolve.doubtful, "NUMBER UNIT and NUMBER2 UNIT2"),
    *parse_patterns(
        guards.wait,
        resolve.span,
        "between NUMBER and NUMBER2 more? UNIT time?",
        "the? next|coming? NUMBER -|/|to|or|, or|maybe|perhaps|possibly|even? NUMBER2 more? UNIT time?",
        "the? next|coming? NUMBER UNIT , NUMBER2 latest",
        "the? next|coming? NUMBER UNIT time? , latest NUMBER2",
        "the? next|coming? NUMBER UNIT , maybe|perhaps|possibly NUMBER2",
        "the? next|coming? NUMBER UNIT ,? if not NUMBER2",
        "the? next|coming? NUMBER UNIT or|to maybe|perhaps? NUMBER2",
        "the? next|coming? NUMBER -? ish|odd|more? UNIT time?",
    ),
    *parse_patterns(guards.during, resolve.span, "the next UNIT"),
    *parse_patterns(guards.sure, resolve.following_or_next, "the next STEP", "next day"),
)
PATTERNS = PatternTable(_TABLE)
