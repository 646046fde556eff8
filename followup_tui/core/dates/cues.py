"""Words by which a clause shows whether the day in it can be the promised one.

Each cue is a regular expression over a clause in lower case, in which `#` stands for the date that is judged,
`%` for any other date, `@` for a name. The words that lead to the date ("by", "in") come before the `#`.
"""

from followup_tui.core.dates.cue_parts import APPLICANTS, CONTACT, FIRST_WORDS
from followup_tui.core.dates.lazy_regex import LazyRegex

_RESPONDING = r"""
        (call|ring|phon|contact|tell|inform|notif|mak|send|e-?mail|mail|reach|review|decid|giv|get
        |respond|writ|announc|let|invit|answer)\w*
        """
REWRITES = tuple(
    (LazyRegex(pattern), replacement)
    for pattern, replacement in (
        # From where somebody returns, not from whom an answer comes.
        (r"""
        \b(get|gets|getting|come|comes|coming) back from
        (?! (them|him|her|you|us|hr|everyone|the (team|company|panel|manager|recruiter))\b)
        """, "returns from"),
        (r"\b(get|hear) back\b", "hear"),
        (r"\b(watch|check|keep an eye on|look in) (my|your|the) (inbox|mailbox|portal)\b", "hear"),
        (r"\b(answer|reply|decision|response|feedback|news)s? (is |was )?promised (for|on|by)\b", "answer"),
        (r"^\W*((the|a|an|final|last|second|next|then|their) )*panel (?=(is )?(on )?#)", "interview "),
        (r"\bconfirm\w* (our|your|my|the) (\w+ )?(interview|meeting|call|appointment|chat|visit)\b"
         r"(?! (by|before|until) #)",
         "interview"),
        (r"\bback in (touch|contact)\b", "in touch"),
        (r"\bback from (?=(them|him|her|you|us|hr)\b)", "from "),
        (rf"\b{APPLICANTS} (informed|notified)\b", "respond"),
        (r"""
        \b(call|contact|check|ring|phone|speak|talk)\w*( (to|with))? (my|your|the) (\w+ )?refer(ences?|ees)\b
        |\b(reference|intro\w*|video|zoom|coffee|screening|technical|prep|earnings|sales|customer
        |kickoff) (call|chat|talk)\b|\bcall (was |is |got |has been )?(re)?(scheduled|moved|booked|planned)\b
        |\b(calendar|zoom|teams|meeting) invite\b|\binvite (link|for)\b
        |\b(moved|rescheduled|booked|scheduled|prepare for) (our|the|my|a) (\w+ )?call\b
        """, "meeting"),
        (r"""
        \b(gets|getting|got|hears|heard|hearing|come|comes|call|calls|calling|report|reports|write
        |writes|ring|rings|circles?|circling|feed|feeds|e-?mail|go|goes) back\b
        """, "respond"),
        (r"\b(be )?back (to|with) (me|us|you|everyone|everybody|all|candidates|people)\b", "respond"),
        (r"\b(about|on|regarding|concerning|re) (the |my |a |your )?(start(ing)?|joining) dates?\b", " "),
        (r"""
        \b(results?|shortlist|list|news|verdicts?|decisions?|offers?|answers?|letters?|rejections?
        |invitations?|contracts?|mail) ((is|are|(will|would|should|could|must) be)|comes?|will come|goes?
        |will go
        |(is|are) (expected|due|supposed|likely|planned|scheduled|set|going) to (be|come|go)) out\b
        """, r"\1 will respond"),
        (rf"\b(start|starts|begin|begins|starting|beginning) (by |to |with |on )?(the |their )?{_RESPONDING}",
         "respond"),
        (r"\b(new|current|revised|updated|original) (target|date|deadline|timeline|plan|eta)\b", r"\2"),
        (r"\b(has|have) been (push|mov|postpon|delay|shift|reschedul)e?d( back| forward| out)? (to|until)\b",
         "is pushed to"),
        (r"""
        ^(\W|and |but |so |now |the |it |it's |its |that |this |decision |deadline |timeline |date |is |was
        |has |had |been |got |gets )*(push|mov|postpon|delay|shift|slip|bump|reschedul)\w*
        ( back| out| up| forward)?[ ](to )?(until )?#
        """, "decision #"),
        (r"\b(it|that|this|everything)('s|'ll|'d| will| would| should)( all)?( be)? out\b(?! of\b)",
         "they respond"),
        (r"(?<![\w'])(?!(he|she|it|who|what|that|and)\b)[a-z]+ (?=(says|thinks|reckons|guesses)\b)", "she "),
        (r"\bas soon as (possible|(they|we|i|he|she) can)\b", "soon"),
        (r"\bwithout (fail|delay|doubt)\b", "surely"),
        (r"""
        (\bwhether|(?<=\w )if|\Aif(?= [^#]*\b(we|they|he|she|hr)\b[^#]*#)) (you|i)[ ]
        (got|get|made?|pass(ed)?) (it|the (?!\S*mail)\w+)( or not)?\b
        """, "decision"),
        (r"\b(how|what|whom?|which way) (we|they|the \w+) (have )?(decided|chose|voted)\b", "decision"),
        (r"\b(results?|answers?|feedback|decisions?) (will be |are |is |should be )?available\b", "respond"),
        (r"\b(start|beginning|middle|top|end|close) of week-of #", "week-of #"),
    )
)  # fmt: skip
"""Wordings that would be taken for a cue, and what stands for them."""

PROMISE = LazyRegex(
    r"""
        \b(texts? (you|me|us|everyone)|replying|decid\w*|decision\w*|hear|hears|hearing|heard|know
        |let (me|us|you|them|everyone|people|\w+) know|call(s|ed|ing)?|phone[ds]?(?! (screen|interview))
        |rings?|e-?mails?|mails?|write|writes|reply|replies
        |respond\w*|response\w*|answer\w*|feedback|contact(s|ed|ing)?|touch|inform\w*|notif\w*
        |tells?|news|verdict\w*|results?|updates?|timeline|outcomes?|rejections?|rejects?|choose
        |chooses|choice|pick|picks|minds?|announce\w*|confirm\w*|turnaround|process|reach out
        |finali[sz]e\w*|sorted|resolve\w*|conclu\w+|select\w*|go ahead|fill (it|the)|green light
        |sign off|approv\w+|deadline|cut( - )?off|expect\w*|promis\w+|aim(s|ing)?|hope[sd]?|hoping|next steps
        |word|offers?|yes|no|wrap\w*|wait|waiting|come to a|reach a|invite[ds]?|get (it
        |this) done|(receiv(e|ed)|get|got) (anything|nothing)|ping(s|ing)? (you|me|us|everyone)
        |yay|nay|lmk|(slack|dm|whatsapp)s? (me|us|you)|(will|'ll|to) advise|advises? (me|you|us)
        |touch(ing)? base|(give|drop|shoot) (you|me|us|everyone) an? \w+
        |(get|run|put|push|take) (it|this|that|everything) (\w+ )?(through|exceed)|signs? off|signed off
        |close (this|it|that|things|everything)( one)? (out|off)|close out|find(s|ing)? out|over the line
        |settles? (it|this|that)|clarity|publish\w*|votes?|voting
        |(will|'ll) (text|message|post(?! (the|an?) (\w+ )?(job|ad|role|vacancy)))|reverts?
        |is picked|rank(s|ing)? (us|you|me|everyone)|d - day|be told|told about|steer|inkling|ans|fdbk|in hand
        |have (picked|chosen|appointed)|(signed|hired|found) (someone|somebody)|(allow|bear with) us
        |give us until|in (my|your) (hands|inbox)|heads - up|(pings?|shout|bell|buzz|text|message|line) from
        |(need|want|take)s?( to take)?( more time)? until)\b
        """
)
"""What tells of their decision or their answer."""

PAST = LazyRegex(
    r"""
        \b(thanks?|thank you|thx)( \w+){0,3} for\b|\b(great|nice|good|lovely|pleasure|enjoyed|glad
        |pleased|fun)( \w+){0,2}? (to )?(meet|talk|speak|see|chat|hav|connect)\w*\b|\bsince (we|i
        |they|you|our|my|the)\b|\bsince #|\b(should|could|would) have (\w+ed|told|rung|heard|been
        |written)\b|(?<!\w)# (was|were)\b
        |\b(?<!be )(?<!are )(?<!is )(?<!get )(?<!'re )(?<!being )(?<!have )(?<!gets )(met|spoke
        |talked|saw|interviewed|visited|applied|hired|left|closed|moved|posted|received|e-?mailed
        |mailed|called|rang|phoned|wrote|sent|went|got|opened|formed|founded|quit|resigned|graduated
        |ended|finished|expired|advertised|listed|filled|lost|won(?!')|bought|sold|launched|shipped
        |released|was|were|did|came|heard|looked|worked|been|lasted|took|chatted|discussed|decided
        |turned|started|began|joined|made|had|asked|told|said|promised|informed|announced|confirmed
        |liked|replied|answered|agreed|signed|offered|contacted|invited|reviewed|attended|gave
        |showed|presented|split|learned|learnt|issued|withdrew|cancell?ed|received)\b
        """
)
"""A clause about what is over; it counts against dates without a bound ("on Monday", "in May")."""
ASKED = LazyRegex(r"(#( [\w'@-]+){0,5}?) (whether|if|what|how|who|whom|which|where)\b.*")
"""A question that their answer will settle, after the date: "hear # what they decided" is not over."""

REPORT = LazyRegex(
    r"""
        \b((?<!\bi )said|told (me|us|\w+)|(i'm|i am|been) told|promised|mentioned|guess(ed|es)|estimated
        |asked for|asked (me|us) for
        |(?<!i )gave|was told|were told|(timeline|answer|estimate|plan|word|guess|promise|reply|target) was
        |had said|assured|wrote|(replied|answered)(?! within)|confirmed|announced|agreed on|hoped for|spoke of
        |talked of|talked about)( (:|\"|“|about|at|in|within|until|up to|probably|maybe|perhaps|hopefully|it
        |timeframe|timeline|timescale|window|estimate|eta|turnaround
        |it'd|it'll|it's|that|be|around|roughly|say|them|themselves|us|me|of|patience|some|just|now|an?
        |m(ost|ore) likely|more like|something like|closer to|(an? )?(answer|reply|decision|feedback)))*[ ]
        #(?! (that|they|he|she|we|it|i|nothing|about|there|what|how|whether|if|who|decision)\b)
        |(?<!\w)#( latest)? (she|he|they|hr|@) (said|says|told (me|us)|mentioned|reckon(ed|s)|quoted
        |promised|thinks?|guess(es|ed)?)\W*$
        |(?<!\w)# (is|was) (what\b|the \w+( that)? (i|we)('ve| have)?( was| were| been)[ ]
        (given|told|quoted|promised)\b)
        """
)
"""A promise that is reported: "she told me Friday", not "she told me on Friday that"."""
THEY = LazyRegex(r"(?<!\w)(they|we|he|she|hr|@|the \w+)(?!\w)")
"""Somebody who does something in a clause, and is not the user."""
GIVEN_TO_USER = LazyRegex(r"\b(gave|gives|giving) me (another |only |just )?#\W*$")
"""An amount of time that the user was given: it is theirs to decide in."""
NAMED_EARLIER = LazyRegex(
    r"\b(ago|yesterday|last (week|month|\w+day))\b[^#]*\b(said|told|promised|mentioned|quoted)\b[^#]*#"
)
"""An amount of time that somebody named on another day, from which it counts."""
REPORTED = LazyRegex(
    r"""
        ^[^#]*\b((?<!\w )told|said|told (me|us|@)|promised( me| us)?|was told|were told|mentioned|wrote
        |confirmed|indicated|hinted)( that)? (?=(to|(i|we|they|he|she|it|you|hr|there|@)('d|'ll| would| will
        | should| can| could| might| may|'re|'s| are| is)|(the|a|an|my|our|their|his|her) ([\w@]+ ){1,2}(is
        |are|will|would|should|could|can|might|may|takes?|comes?|goes))\b[^#]*#)
        """
)
"""What leads to a reported sentence about what is to come, which is judged by itself."""
INVERSION = LazyRegex(r"^\W*(do|does|did|will|would|could|can) (i|we|you|they|he|she|it)\b")
"""What begins a question, with or without its mark."""
QUESTION = LazyRegex(
    r"""
        ^(\W|and |so |but )*((when|what|how (soon|long|quickly)|why|by when) )?(do|does|did|will|would|could
        |can|may|might|shall|should|is|are|has|have) (i|we|you|they|he|she|it|there|hr|@|the \w+)\b
        |^(\W|and |so |but |or )*((which|what) (days?|dates?|times?|slots?|part|half|mornings?|afternoons?)
        |(how|what) about|any chance|(does|do|would|could|can|will|might|is|are) (either|any|this|next|today
        |tomorrow|mon|tue|wed|thu|fri|sat|sun|[0-9])\w*)\b
        """
)
"""A question, which nobody has answered where a question mark follows: "is the team to decide by Friday?"."""
WHICH_SLOT = LazyRegex(r"^\W*(which|what) (day|date|time|slot)s?\b(?!.*(?<!\w)(they|he|she|hr|@)(?!\w))")
"""A question that the days after it leave open: "which slot? Thursday or Friday"."""
COMMENT = LazyRegex(
    r"^\W*(after|before|once|when|unless|if|because|since|according|per|at)\b"
    r"|\b(said|says|think|thinks|sure|certain|likely|confirmed)\b"
)
"""What is said of the day before it: who names it, how sure it is, what it depends on."""
MADE_READY = LazyRegex(
    r"""
        \b(desk|laptop|buddy|badge|locker|uniform|equipment|backlog|prototypes?|mvp|features?|tickets?
        |sprint goal|ramp - up|productive|certified|house|flat|work permit|visa|driving licen[cs]e)\b
        |\b(new|next|first|latest) (version|release)\b(?! of (the|your|an) (offer|contract|letter))
        """
)
"""What is made ready by a day, in a clause without a word for an answer: "desk ready by #"."""

EVENT = LazyRegex(
    r"""
        \b(interviews?|rounds?|meetings?|meets?|demos?|presentations?|party|lunch|dinner|conference
        |fair|trip|audit|exam|course|workshop|holidays?|sprints?|releases?|stand-?up|retro|visit
        |tour|assessment|tests?|take|home|flight|appointment|webinar|candidates?|screens?
        |panel interview|offsite|town hall|review|panel|zoom|skype|webex|trial
        |challenge|assignment|exercise|quiz|homework)\b
        """
)
"""Words for what may take place on a day that is not the promised one."""
EVENT_ALONE = LazyRegex(
    r"""
        ^(?!\W*(after|once|when|since|then|all|no|done)\b).*\b(interviews?|rounds?|meeting|demo|presentation
        |exam|workshop|visit|tour|assessment|tests?|appointment|webinar|screen|offsite|trial|zoom|skype|challenge
        |assignment|exercise|quiz|homework
        |panel(?= (with|of)\b|\W*$)|(first|second|third|next|intro|video|coffee) (chat|call|talk))\b
        """
)
"""A clause about an event, whose day may follow it after a comma: "second round with Kim, Thursday"."""
AFTER_EVENT = LazyRegex(r"^(\W|and |or |but )*(after|once|as soon as|when|until|while|following) (?!#)[^#]*#")
"""A date after what comes before it: "after the panel on #"."""
THEN_CALLS = LazyRegex(rf"\b(they|we|he|she|i|you|hr|@)( will| can| should|'ll)? ({PROMISE.pattern})")
"""Whoever answers then: "once the panel is done, they will call"."""
AFTER_LATER = LazyRegex(r"\b(after|once|as soon as|until) (?!#|%)([^#%]*) #")
"""The same in the middle of a clause; its second group is what comes before the date."""
NEGATION = LazyRegex(r"\b(not|n't|nothing|no|\w+n't)\b")
"""A word that negates its clause."""
FINITE = LazyRegex(
    r"""
        \b(is|are|was|were|has|have|had|does|do|did|will|would|should|could|can|may|might|must
        |takes?|lasts?|needs?|runs?|\w+'(ll|d|s|re|ve|m))\b|^(\W|and |but |so |then |because )*(they|we|he
        |she|it|i|you|the|a|an|my|our|their|his|her|its|this|these|no|@)\b
        """
)
"""What makes a sentence of a clause, not only a few words such as "two references tomorrow"."""
STRONG_FINITE = LazyRegex(
    r"""
        \b(is|are|was|were|has|have|had|does|do|did|will|would|should|could|can|may|might|must
        |takes?|lasts?|\w+'(ll|d|s|re|ve|m)|they|we|he|she|i|you)\b
        """
)
"""The same without articles and possessives, which may as well begin a few words."""
SAME_DAY = LazyRegex(r"""
        \b(then|there and then|(straight|right|immediately|directly|shortly|soon) (after|afterwards))\W*$
        |\b(that|the same|same) (very )?(day|afternoon|morning|evening)\b
        """)
"""What refers back to the date before it: "they meet Friday and will decide then"."""
FROM_DATE = " from #"
"""What comes before the first day of a date that was moved."""
MOVED = LazyRegex(
    r"""
        \b(mov(ed|es)|push(ed|es)|postpon\w+|shift(ed|s)|chang(ed|es)|brought|reschedul\w+|delay(ed
        |s)|slipp?(ed|s)|put)\b
        """
)
"""Verbs for moving a date."""
NOW = LazyRegex(
    r"^(\W|and |but |it |it's |that |that's |is |has )*now (it |it's |is |be |on |by )*#"
    r"|^(\W|and |but |it's |it is |is )*# now\b"
)
"""What follows a date that no longer holds: "was 1 December, now #"."""
TAKEN_BACK = LazyRegex(
    r"""
        \b(not (a|much of a|any) chance|(would|will|could|can|do|does|is|are)(n't| not) (bet|count
        |hold|rely|swear|likely|certain)|no guarantees?|won't (bet|swear)|can't guarantee|unlikely
        |doubt (it|that)|no way|yeah right|if at all|wouldn't bet)\b|^if (you|i|it|we|they|he|she) had(n't)?\b
        """
)
"""What a clause says that takes back the date before it: "Friday? Not a chance"."""
OPEN_END = LazyRegex(r"""
        ^\W*who knows\b|, never\W*$
        |\b(or|maybe|perhaps|possibly|otherwise)[ ,]+(never|not at all|whenever|who knows)\b
        |^(?!.*\b(whether|if)\b).*, or not\W*$|\b(could|might|may) be\b.*\b(could|might|may) be\b
        """)
"""An alternative that is not a date: "by Friday or never", "could be Monday, could be Friday"."""
SILENCE = LazyRegex(
    r"""
        \b(no (news|word|call|answer|reply|response|e-?mail)|not hearing|nothing|silence
        |hearing nothing|(haven't|not) heard)\b.*(\bmeans\b| = | - > )
        |\b(should|when|if|unless|in case|once) (you|i|we|they)\b.*\b(not|nothing|n't)\b
        |\bno (or|and) yes\b|\byes (or|and|/) no\b|\bno / yes\b
        |\bthat('s| is) when\b
        """
)
"""A negation that leaves the date as it is: "no news by Friday means no", "should you not hear by Friday"."""

CONDITION = LazyRegex(
    r"^(\W|and |but |so )*(if|unless|provided|providing|assuming|supposing|as long as|so long as)\b"
)
"""What begins a clause that another one depends on: "provided the boss is back, Wednesday"."""
CONTACTED = LazyRegex(
    rf"{FIRST_WORDS}{CONTACT} (?P<whom>(?!{APPLICANTS}\b)[a-z]+(?<!ed)(?<!ing)(?<!ows)(?<!ives))"
    r" (on |by |before |in )?#"
)
"""A request to get in touch with somebody: "email dana on #"."""
BARE_CONTACT = LazyRegex(rf"{FIRST_WORDS}{CONTACT}\b(?! me\b)")
"""A request to get in touch, which is the user's own step after "if you hear nothing"."""
