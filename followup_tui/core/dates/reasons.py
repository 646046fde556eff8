"""Why a date is not a promise, and the words of its clause that show it.

The cues are written as those of `cues` are.
"""

from enum import StrEnum

from followup_tui.core.dates.cue_parts import (
    CONTACT,
    DETERMINER,
    FIRST_WORDS,
    OF_OTHERS,
    OF_THIS_ROLE,
    OF_USER,
    PUSH,
    RECEIVING,
    SENT,
)
from followup_tui.core.dates.lazy_regex import LazyRegex


class Reason(StrEnum):
    """Why a date is passed over, in the words of the screen."""

    START = "about a start"
    ABSENCE = "about an absence"
    PAST = "in the past"
    OWN = "not a date of theirs"
    BOUND = "only the earliest day"
    DOUBT = "said to be unlikely"
    AFTER = "after an event"
    HABIT = "a working pattern"
    OTHER = "about something else"
    UNRELATED = "not about their answer"
    DENIED = "said not to be the day"
    ASKED = "only asked about"
    UNCLEAR = "not clear which day"


AGAINST = tuple(
    (reason, LazyRegex(pattern))
    for reason, pattern in (
        # The head of a letter, which names the day and the hour when it was sent.
        (Reason.PAST, r"^\W*((sent|received|delivered|gesendet|datum)( on)? : |date : (?=# (at )?[0-9]))#"),
        (Reason.DENIED, r"^\W*(and |but )*(as|so|neither|nor) (is|are|was|will|does|do|would|can) #\W*$"),
        (Reason.BOUND, r"(?<!\w)(earliest|soonest)\b(?! convenience)|\bas (early|soon) as #"),
        (Reason.START,
         r"""
        (?<!\w)(starts?|started|starting|begins?|beginning|commenc\w+|joins?|joined|joining
        |onboard\w*|on board|notice|relocat\w*|first (working |actual )?day\b(?! of)
        |last day\b(?! (of|to))|day one
        |the seat|take up|takes up|take over|takes over|probation\w*|training|orientation|induction
        |salary|bonus|raise|new job|new role)(?!\w)
        """),
        (Reason.START,
         r"""
        (?<!\w)(expect|expects|wants?|needs?|like|love|prefer|asked|expected) (you|me|someone
        |somebody|the (new|successful) \w+) to (?!hear|know|get|receive|wait|have an? \w)
        """),
        (Reason.OTHER,
         r"""
        (?<!\w)(contracts?|employment|lease|post|position|role|job|project|grant|program\w*|visa
        |permit|licen[cs]e|passport|offer|sale|season|semester|term|quarter|year) ((is|was|will be
        |are|would be) )?(funded|ends?|runs?|expires?|lasts?|until|from|valid|starts?|begins?|goes
        |closes|is up)(?!\w)
        |\boffers? ((is|are|stays?|remains?|will|be|stands|kept|still) )*(good|open|on the table)\b(?! by #)
        """),
        (Reason.OTHER,
         r"""
        (?<!\w)(funded|funding|expires?|expiry|lapses?|valid|validity|dated|diploma|certificate|availability
        |fiscal|financial year|tax year|year ends?|leave must|launch\w*|ships?|released?|goes live
        |go live|moves?|moving|price|freeze)\b|\bi('m| am| would be| could be|'d be)? available\b
        """),
        (Reason.ABSENCE,
         r"""
        (?<!\w)(away|on (\w+ ){0,2}(leave|vacation|holidays?|pto|break|honeymoon)|(parental
        |maternity|paternity|annual|sick) leave|vacation|unavailable|not available|travell?(s|ing)
        |abroad|out of (the )?office|out of town|returns?|returning|part[ -]time|(bank|public
        |national) holiday|days? off|half day|shuts?|shut ?down|shutting|clos(e|es|ed|ing) (for|over
        |between|until|on|from|#)|office (is )?closed|(is|are|am|be|being|was) (off|out|sick|ill
        |closed|gone|absent|back|on holiday|shut)|(\w+'(s|re|m)) (off|out|sick|ill|gone|back)
        |(be|is|are|was|am|'s|'re|'m) ((over|up|down|out) )?in @( (on|from|until))? #
        |comes? back|back (on|from|in|at|#)|no ?(one|body) is|nobody in|christmas party)(?!\w)
        """),
        (Reason.OWN, rf"{FIRST_WORDS}{PUSH}"),
        (Reason.OWN,
         rf"""
        {FIRST_WORDS}(let|tell|inform|answer|notify|update|give(?= \S+ (an|my|the) )
        |(hear|respond|reply) to|confirm with|call back) (them|him|her|hr|@|my)(?!\w)
        |\bi (then |finally )?(decide|answer|choose|respond|reply|accept|decline)\b
        """),
        (Reason.OWN,
         r"""
        ^\W*(i )?(gotta|got to|had better|ought to) (?!hear|know|get|be|wait)|
        ^(\W|and |but |so |then |now |also |just |i'm |i am |was )*((thinking (of|about)|considering) (an? )?
        |(tempted|inclined) to |better )(call|ring|phon|e-?mail|mail|writ|text|messag|ping|contact|ask
        |reach|send|chas|nudg|follow|check|drop|try)
        """),
        (Reason.OWN, r"^(?!.*\b(will|is|are|goes|they|he|she|we|it)\b)([\w-]+ ){1,4}to (them|hr)\b"),
        (Reason.OWN, r"^\W*(remember|do(n't| not) forget)\b|^\W*(i )?asked (them |her |him )?for # to \w"),
        # What they set or ask of me: "gave me until Friday", "told me to call on Friday".
        (Reason.OWN,
         r"""
        \b(gives|gave|given|giving) (me|us) until #
        |\b(told|asked|advised) (me|us) to[ ]
        (?!(wait|expect|hear|give|allow|be|bear|hold|hang|stay|look|watch|sit)\b)
        |(?<!you )(?<!can )(?<!please )(?<!^)\b(wants?|wanted|like|love|needs?|needed|expects?|expected|hopes?
        |hoped|hoping) to hear from me\b
        |\byou('ve|'ll| will)?( got| have| get)? until # to (decide|accept|answer|consider|think|sign)\b
        |\b(call|ring|phone|text|e-?mail|write) me any ?time\b
        """),
        (Reason.OWN,
         r"""
        ^\W*(rsvp\b|(confirm|acknowledge|respond|reply|return|sign)\b.*\b(please|pls)\W*$)|
        (\byou(('ll| will)? ((also|still|then) )?(need|have|are asked|are requested|ought) to| must)
        |^\W*((and|so|but) )?(please|pls|kindly))( please| kindly)? (let|tell|inform|notify|confirm|respond
        |reply|answer|decide|choose|accept|call|e-?mail|write|advise)\b(?!.* (if|when|unless|should)\b)
        |\b(wants?|needs?|wanted|needed|likes?|has|have|must|expects?|hopes?) to (know|hear)\b[^#]*# (whether
        |if) i('m|'ll|'d| am| want| will| would| can| could| accept| take| stay| plan| intend)\b
        """),
        (Reason.OWN,
         rf"""
        \bi (need|want) (?!to wait)|
        {OF_USER}
        |\bi('d| had)? ((hoped|wished|asked) for #|(hoped|wished|was hoping) (they|he|she|it|that|to)(?!\w))|
        {FIRST_WORDS}told (her|him|them|hr|@)(?!\w)|#( (or|and|/) %)? (would |could |might )?(works?|suits?)\b
        |# (is|be) (ok|okay|good|fine|convenient) (for|with) (you|me)\b
        |\b(wants?|needs?|expects?|asked for) my \w|\b(wants?|needs?|asked|asks|waits?) .*\bfrom me\b
        |\b{SENT} (\w+ )?to (them|hr|her|him|@)
        |^\W*(and |then |please )*(send|e-?mail|mail|print|bring) (?!(me|us|you|out)\b)
        ([\w-]+ ){{0,3}}{SENT}\b
        """),
        (Reason.OTHER, rf"\bpromis\w+ {DETERMINER} (client|customer|investor|board|user|partner)s? \w"),
        (Reason.OWN, r"\bi('ve| have|'d)? promised\b|\bmy (reply|response) (is|was) due\b"),
        (Reason.OWN, r"\b(suggest|recommend|propos)\w*( that)? (i|we)\b(?! (wait|will|would|get|hear|know))"),
        (Reason.OWN, r"\bif i (say|accept|sign|agree|take|want|decline|withdraw)\b"),
        (Reason.ASKED,
         r"""
        \b(asked|asking|wondered|wonder|wondering|enquired|inquired) ([\w@]+ ){0,2}?(whether|if) (?!.* : #)
        (?!.*\b(wait|patient)\b)[^#]*#|\b(asked|asking|begged) ([\w@]+ ){0,2}?for (an? |the |my |some )?
        (\w+ )?(answer|decision|reply|response|verdict|feedback|update|news|result)\b[^#]*(by|before) #
        """),
        (Reason.OWN,
         r"""
        \bplease (also |then )?(bring|return|complete|submit|sign|fill|upload|arrive|prepare|register
        |wear|provide|supply|forward|attach)\b
        """),
        (Reason.OWN, rf"{FIRST_WORDS}{CONTACT} (to |a |the |my )?(them|her|him|hr|again|back|in|@|thank)"),
        (Reason.OWN, rf"{FIRST_WORDS}{CONTACT} the (?!candidate|finalist|applicant|winner|other|person)\w"),
        (Reason.OTHER, rf"\b(is|turns) [0-9]+ (on |in )?#|{OF_OTHERS}"),
        (Reason.PAST, r"^\W*had (i|we|you|they|he|she|it|@)\b"),
        (Reason.OWN, r"\b(wants?|needs?|like|likes) to (know|hear)( from me)? by #\W*$"),
        (Reason.OTHER,
         r"(?<!before )(?<!after )(?<!by )\b(thanksgiving|christmas|new-year|easter|diwali|hanukkah)"
         r" ((is|falls) )?(on )?#"),
        (Reason.OTHER,
         r"""
        \b(customer|client|investor|regulator|auditor|supplier)s? (will )?(decide|choose|vote|answer|sign)s?\b
        |\bexpect(s|ed|ing)? (\w+ )?(growth|revenues?|sales|profits?|turnover|demand|orders)\b
        |^\W*(answer|reply to|respond to) (all )?(e - )?(e?mails?|tickets|calls|messages|customers)\b
        """),
        (Reason.OWN,
         rf"""
        \bi( will|'ll| should| shall| may| could| can| must| need to| have to| want to| plan to
        | might| would|'d| am going to|'m going to|'m to| am to| intend to|'ve (got )?to) (?!((probably|then
        |definitely|also|surely|only|soon|likely|still|really|just|not) )*{RECEIVING})(?!.*\b(you
        |with (an?|the|our|my) (\w+ )?(update|answer|decision
        |news|feedback|verdict|result)s?)\b)
        """),
        (Reason.OWN, r"\b(can|could|may|would|might) i(?!\w)(?! (hear|know|expect|get|be|receive|have))"),
        (Reason.OWN,
         r"""
        \byou (may|can|should|could|might)( also| then| always)? (call|ring|phone|contact|chase
        |e-?mail|write|ask|reach|follow|nudge|check)(?!\w)
        """),
        (Reason.OWN,
         r"""
        (?<!\w)((?<!you'll have )(?<!you'll get )(?<!you will have )my (own
        |other|current|next|last|deadline|offer|notice|exam|flight|trip|lease|visa
        |passport|answer|decision|contract)|i (have|need|promised|owe|want|get|asked for)(?= (?!(an?
        |the|their|my|some) (\w+ )?(answer|news|call|decision|e-?mail|reply|response|word|yes|offer|ring
        |bell|buzz|text|message|letter|result|verdict|feedback|outcome|update|ping)
        |#? ?(by|before) (them|hr)))|(wants?|needs?) (my|an|your) (answer|decision|reply)
        |expects? my (answer|decision|reply)|reminder|alarm|(the )?other (firm
        |compan\w+|offer|place|team|people|employer|job|process|interview|position|role|one)s?
        |another (firm|company|offer|interview|job|employer)|dentist|doctor|wedding|birthday)(?!\w)
        """),
        (Reason.OTHER,
         r"""
        \b(deadlines?|cut( - )?offs?) (for|of) (?!.*\b(decision|decid|choos|offer|answer|respon
        |feedback|hir|fill|role|position|job\b|vacanc|candidate))\w
        |(^\W*|\b(the|their|his|her|its|our|\w+'s) )(?!(the|their|his|her|its|our|my|a|an|and|or|but|own
        |decision|hiring|offer|answer|internal|new|final|last|latest|hard|firm|soft|real|official|strict
        |tight|absolute|target|stated|self|next|recruit\w*|hr's|team's|panel's|manager's|board's|company's
        |committee's)\b)[a-z][\w']* deadline\b
        |\b(clients?|customers?|suppliers?|investors?|auditors?|regulators?)'s? deadline\b
        """),
        (Reason.OTHER,
         rf"""
        ^(?!.*\b(me|you|us)\b)((.*\b(announc\w+|approv\w+|confirm\w*|publish\w*|updat\w+|picks?
        |choos\w+|finali[sz]\w+|resolv\w+|conclud\w+|(decid\w+|decisions?) (on|about|over)
        |(hears?|knows?) about) {DETERMINER} (?!.*\b{OF_THIS_ROLE})[\w@])
        |(\W|and |but |so )*({DETERMINER}[ ]
        |(?=[\w@]+ (is|gets?|will be|must be|has to be|should be) \w+ed ))
        (?!.*\b{OF_THIS_ROLE})([\w@]+ ){{1,4}}
        ((is|are|was|were|gets?|will be|should be|to be) )?
        (announced|approved|confirmed|published|updated|picked|chosen|finali[sz]ed|resolved
        |fixed)\b)
        """),
        (Reason.OTHER,
         rf"""
        ^(?!.*\b(me|you|us)\b).*\b(expect(s|ing)?|wants?|needs?|requires?|answers? to) {DETERMINER}[ ]
        (?!.*\b{OF_THIS_ROLE})
        (?!.*\b(sign|approv|e-?mail|mail|letter|message|repl(y|ies)|word|update|yes|no\b
        |green|go - ahead|nod|thing|settle|sorted|done|wrapped)\w*)[\w@]
        |^\W*(the |their |our )?(customers?|clients?|visitors?|patients?|users?|guests?) (can|may|will|get)\b
        """),
        (Reason.OTHER,
         r"""
        \b(visa|lab|blood|exam|election|financial|quarterly|annual|interim|q[1-4]|sales|survey|audit
        |budget) (results?|decisions?|(is )?decided)\b|# (is|are|starts|begins) (at|from) [0-9]
        |\b(giv|hold|host|attend)(e?s|ing|e)? (an?|the) (\w+ )?(talk|lecture|speech|keynote|class|seminar)\b
        |# to (prepare|prep|brief|introduce|collect|ask|catch up)\b(?!.*\b(offer|result|decision|outcome))
        |\b(get|receive|send|sends|e-?mail|mail|forward|share)( (me|us|you|everyone))? (the|an?|some)[ ]
        ([\w-]+ ){0,2}(test|task|assignment|exercise|challenge|case study|quiz|calendar invite|link|directions
        |agenda|questionnaire|instructions)\b(?!.*\b(result|outcome|feedback|decision|answer))
        |\bresults? (of|from) (the |an? |our |their )?(a / b|user|drug|field|load|beta|blood|pilot) tests?\b
        |\bresults? (of|from) (?!.*\b(interview|round|panel|test|assessment|assign|task|exam|case|process
        |search|selection|review|vote|applic|candidat|me|my|your|hir|role|position|screen|conversation
        |meeting|discussion|decision|call|talk|chat|code|coding|day|it|this|that|all))\w
        """),
        (Reason.DOUBT,
         r"""
        (?<!\w)(doubt\w*|long shot|fat chance|(little|no|slim|small|not much|hardly any) (chance|hope)
        |out of the question|miracle|optimistic|unrealistic|fail(s|ed|ing)? to|refus\w+|declin\w+ to
        |ambitious|wishful|no promises?|who knows|too much to hope|a stretch|dream(ing)?
        |without|surprised (to|if (i|we|they)))(?!\w)
        """),
        (Reason.HABIT,
         r"""
        (?<!\w)(works? (from )?#|opens? (from )?#|only (calls?|works?|answers?|sees|meets|responds?)
        |(?<!decision )days? (are|is) #|office days?|home office|remote\w*|on[ -]site|in the office #|wfh
        |mornings|afternoons|evenings|(core|office|opening|working) hours|(week|dai|month|quarter|year)ly
        |half days?|(days?|times|evenings|nights) (a|per|each) (week|month|year)
        |(every|each)(?! (applicant|candidate|finalist|person|one of|told|of (you|them))))(?!\w)
        """),
        (Reason.OTHER,
         r"""
        \binvit\w+ ([\w@]+ ){0,4}?(to|for) (an?|the|our|their|another) ([\w-]+ ){1,3}
        ((on|for|from|in|by) )?(week-of )?#
        |^\W*((the|our|your|a|an|team) )*(lunch|breakfast|dinner|drinks)\b(?! time)
        |\b(payslips?|payday|payroll|wages|reimburs\w+|refund\w*|invoices?)\b
        """),
        # Who will be where, an interview's own day, and what happens only if it goes well.
        (Reason.OTHER,
         r"""
        ^(?!.*\b((by|before|within|until) #|decision|answer|results?|verdict|offer|news|feedback|outcome|reply
        |response|letter|update|list|notice
        |to (decide|choose|sign|tell|call)|there (is|will|'s)))[^#]*\b(be|is|are|\w+'(s|re)) ((also|all|both
        |only|back) )*(there|here|around|present|in (town|person|the (office|building|room|country|city))
        |at (the|their|our) (office|fair|stand|site|plant))\b
        """),
        (Reason.OTHER,
         r"""
        ^(?!.*\b(outcome|results?|feedback|decision|decid\w+|hear|know|answer|after|following|once|from|update
        |next steps?|let (you|me)|touch|respond|back to))[^#]*\b((your|my) ([\w-]+ ){0,3}(interview|screening
        |assessment|trial day|appointment)\b[^#]*
        |(interviews?|screens?|screening|assessment|visit|tour|appointment)\b[^#]* (is|are|was|been)[ ]
        (\w+ )?(confirmed|booked|scheduled|set|arranged|fixed|rescheduled|planned)( (for|on|to|at))? )#
        """),
        (Reason.OTHER,
         r"""
        ^(\W|and |but |so )*if (i|you|they) ((?!(not?|nothing|decid\w*|hear|heard|know|sign|approve|agree|vote
        |choose|call|say|answer|reply|contact|write|receive|i|we|you|they|he|she|it|hr|there|\w+'\w+|by|before
        |until|within)\b)[\w@-]+ ){1,6}#
        """),
        (Reason.OTHER,
         r"""
        (?<!\w)(see|sees|seeing|meet|meets|interview|interviews
        |interviewing) ([\w@]+ ){0,4}(candidates?|people|others|applicants?|more|persons?
        |finalists?)(?!\w)|candidates? to (see|meet|interview)
        """),
        (Reason.OTHER, r"""
        (?<!\w)(customers?|clients?|regulators?|auditors?|investors?|shareholders?|suppliers?|vendors?
        |authorit(y|ies)|ministry|tax office)(\W*$| (\w+ )?(expects?|wants?|needs?|demands?|requires?
        |asks?|asked|has|have)(?!\w)(?!.*\b(decid|decision|choos|choice|answer|hir)))|\b(wants|expects
        |needs) (to (see|have|get) )?(the |a |an |some )?(numbers|figures|reports?|budgets?)\b
        |\b(project|product|delivery|release|launch|build|migration|payment|refund|trial) (timeline|timeframe
        |timescale|window|wait|estimate|eta|turnaround)\b
        |\bhas an? (\w+ )?deadline\b(?!.*\b(decid|decision|choos|offer|hir|fill|answer))
        """),
        (Reason.OTHER, r"""
        (?<!\w)(transcript|letter|copy|report|article|version|draft|statement|record|degree|proof|payslip
        |reference) (of|from|dated) #|(?<!\w)(thanksgiving|christmas|easter|new-year|holiday) (is|falls)(?!\w)
        """),
        (Reason.OTHER,
         r"^\W*# (is|was) (the|a|an) (?!deadline|cut|day|plan|date|target|goal|last|aim|idea|latest)"),
    )
)  # fmt: skip
"""Cues that a date is not a promise, whatever leads to it."""
