"""Words around the name of a company that say whose it is: the one a letter goes to, or one of the past."""

import re

_ROLE = (
    r"(?:roles?|positions?|jobs?|(?<!blog )posts?|openings?|opportunit(?:y|ies)|vacanc(?:y|ies)|interviews?|"
    r"conversation|visit|internship|placement|future|application|discussion|meeting)"
)
_EMPLOYER_BEFORE = re.compile(
    rf"(?:\b(?:re)?join(?:ing)?(?:[ ](?:the[ ])?team[ ](?:at|of))?"
    rf"|(?<!your )(?<!my last )(?<!former )(?<!previous )\b{_ROLE}(?:[ ](?!to\b)[\w-]+){{0,2}}?"
    r"[ ](?:at|with|for)"
    r"|(?<!your )(?<!my last )(?<!former )(?<!previous )\b(?:role|position|job|post)[ ]of(?:[ ][\w-]+){1,5}?"
    r"[ ](?:at|with)"
    r"|\b(?:welcom(?:e|ed|ing)|invit(?:e|ed|ing)|show(?:ed|ing)?|having)[ ](?:me|us)"
    r"(?:[ ](?:in|over|round|around|back))?[ ](?:to|at|into)"
    r"|\b(?:thank you|thanks|thankful|grateful)[ ](?:\w+[ ]){0,3}"
    r"for[ ](?:(?:all|your|the|of|time|kind)[ ]){1,3}at"
    r"|\b(?:dear|hi|hello|hey)"
    r"|\b(?:would|could|to|in|of|on|love|proud|happy|glad|excited|keen|start)[ ](?:work|working)"
    r"[ ](?:for|at)"
    r"|(?<!was )(?<!were )\b(?:(?:glad|happy|excited|pleased|delighted|keen|love|like|forward)[ ]to)"
    r"[ ](?:start|begin)(?:n?ing)?(?:[ ]work)?[ ]at"
    r"|\b(?:interest(?:ed)?[ ]in|enthusias(?:m|tic)[ ](?:for|about)|excite(?:d|ment)[ ](?:by|about)|"
    r"passionate[ ]about|keen[ ]on|looking[ ]forward[ ]to)[ ](?:joining|working[ ](?:for|at))"
    r"|\binterested[ ]in[ ]working[ ]with"
    r"|\b(?:get|getting|be|being)[ ]started[ ]at|\bnext[ ]steps?[ ](?:at|with)"
    r"|\bmy(?:[ ]\w+){1,3}[ ](?:would|could|can)[ ](?:help|benefit|serve)"
    r"|\bmake[ ]an?(?:[ ]\w+)?[ ](?:difference|impact|contribution)[ ](?:at|to|in)"
    r"|\bwhat[ ]you(?:['’]re[ ]\w+ing|[ ]are[ ]\w+ing|[ ]do)[ ]at|\bbehind[ ]the[ ]scenes[ ](?:at|of)"
    r"|\bpleasure[ ]to[ ](?:learn|hear)(?:[ ]more)?[ ]about"
    r"|\b(?:delighted|glad|pleased|happy|great|lovely|nice|pleasure|good|fun)[ ]to[ ](?:visit|tour)"
    r"|\b(?:still|remain)(?:[ ]\w+){0,2}[ ]interested[ ]in"
    r"|\b(?:contribut(?:e|ing)|belong|bring[ \w]{0,40}|add[ \w]{0,40}value)[ ]to"
    r"|\b(?:part|member)[ ]of"
    r"|\b(?:see|imagine|picture|find)[ ]myself(?:[ ]working)?[ ](?:at|in|with|for)"
    r"|\b(?:everyone|everybody|all|you|team|colleagues|people|folks)(?:[ ](?:of[ ]you|here))?[ ](?:at|from)"
    r"|\bheard[ ]of"
    r"|\b(?:learn(?:ed|t|ing)?|hear(?:d|ing)?|know|told[ ]me)[ ](?:so[ ]much|more|a[ ]lot)[ ]about"
    r"|\bconsider(?:ing|ed)?[ ]me[ ]for"
    r"|\bappl(?:y|ying|ied|ication)[ ](?:to|at|with)|\bcandidate[ ](?:for|at)"
    r"|\b(?:fit|match|right)[ ](?:for|at|with)"
    r"|\btogether(?:[ ]here)?[ ]at"
    r"|\bhow\b[^.!?]{0,50}\b(?:works?|plans?|do|does|builds?|runs?|teach(?:es)?)(?:[ ]\w+){0,2}[ ]at"
    r"|\b(?:life|work|working|culture|things|day)[ ](?:is[ ]like[ ])?(?:here[ ])?at)"
    r"[ ]+(?:the[ ]+|all[ ]of[ ]+)?$",
    re.IGNORECASE,
)
"""What precedes the name of the employer that a letter goes to."""
_EMPLOYER_AFTER = re.compile(
    r"(?:['’]s?)?[ ]+(?:(?:hiring|recruiting|talent|engineering|people)[ ]+)?"
    r"(?:teams?|offices?|roles?|positions?|openings?|mission|culture|goals?|vision|values|roadmap|success|"
    r"interview(?:ers)?)\b"
    r"|[ ]+(?:hires|recruits|is[ ]hiring)\b"
    r"|[ ]+(?:is|are|remains?|seems?|sounds?|looks?|feels?|would[ ]be)\b[^.!?\n]{0,40}"
    r"\b(?:place|places|company|employer|workplace|team|fit|match|home|choice|dream"
    r"|my[ ](?:\w+[ ])?(?:step|move)|(?:step|move)[ ](?:for[ ]me|in[ ]my[ ]career))\b",
    re.IGNORECASE,
)
"""What follows the name of the employer that a letter goes to."""
_PAST = re.compile(
    r"(?:\boffer(?:ed)?[ ]+(?:from|by|at|with)"
    r"|\b(?:worked|am working|was working|been working|time|years|formerly|previously|now|currently|employed|"
    r"employer,|internship|interned|consulted|freelanced|(?<!get )(?<!getting )(?<!be )started|career|"
    r"(?<!the )(?<!this )job|days|while|when|before|after|since|as)"
    r"[ ]+(?:i[ ]+)?(?:was[ ]+|worked[ ]+|working[ ]+)?(?:at|for|with|by)"
    r"|\b(?:before|after|since|prior to|until|by|from)[ ]+(?:re)?joining"
    r"|\b(?:an|another|other)[ ][\w -]{0,20}(?:interviews?|conversation|application)[ ](?:at|with|for)"
    r"|\bleft"
    r"|\b(?:my|your|his|her|their)(?:[ ][\w-]+){0,2}[ ]"
    r"(?:role|position|job|post|internship|placement|work|team|colleagues|people|interview)[ ](?:at|with|for)"
    r"|\b(?:than|instead of|not|rather than)(?:[ ]\w+){0,2}"
    r"|\bemployer,?|\bcustomers? like|\bcompetitors?,?(?: like| such as)?)[ ]+$",
    re.IGNORECASE,
)
"""What precedes an employer of the past, a customer, or a company that the letter compares with."""
_THIS_INTERVIEW = re.compile(
    r"\b(?:(?:my|our)[ ](?:[\w-]+[ ])?(?:interview|application)[ ](?:at|with|for)|for[ ]your[ ]time[ ]at)"
    r"[ ]+$",
    re.IGNORECASE,
)
"""What precedes the company of the interview that the letter is about, whatever else is said of the past."""
_OFFERED = re.compile(
    r"\b(?:your[ ](?:\w+[ ])?offer|you(?:['’]ve|[ ]have)?[ ]offered(?:[ ]me)?)"
    r"(?:[ ](?:of[ ])?(?:[\d$€£][\w.,]*|an?|the|per|year|month|euros?|dollars?|pounds?|gross|job|role|"
    r"position|place|contract))*[ ]at[ ]+$",
    re.IGNORECASE,
)
"""What precedes the company that made the reader's own offer: "your offer of 80k at X"."""
NEAR = 80
"""How many characters around a name are searched for what says whose company it is (ours)."""


def is_of_past(text: str, start: int) -> bool:
    """Return whether the words before a name say that it is an employer of the past, or a competitor."""
    before = words_before(text, start)
    return _PAST.search(before) is not None and _THIS_INTERVIEW.search(before) is None


def is_employer(text: str, start: int, end: int) -> bool:
    """Return whether the words around a name say that it is the employer that the letter goes to."""
    before = words_before(text, start)
    return bool(_EMPLOYER_BEFORE.search(before) or _EMPLOYER_AFTER.match(text, end))


def words_before(text: str, start: int) -> str:
    """Return the words before a name, as far as they say whose company it is."""
    return text[max(0, start - NEAR) : start]


def has_made_offer(text: str, start: int) -> bool:
    """Return whether the words before a name say that the reader's own offer is from there."""
    return _OFFERED.search(words_before(text, start)) is not None
