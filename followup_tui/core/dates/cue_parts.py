"""Parts of regular expressions that several cues share; see `cues` for how these are written."""

RECEIVING = r"""
        (hear|know|get|receive|find out|learn|expect|see (an|the|their)(?! (office|team|lab|plant|site|shop))
        |have (an?|my|the|their|news
        |word)|(be )?not\b|be (told|called|contacted|informed|notified|rung|phoned|e-?mailed|invited
        |given|surprised|able to(?! (do|make|come|attend|start|join|visit|travel|send|meet|submit|finish)\b))
        |say|guess|think(?! (about|it|over|through)\b)|bet|reckon|count|estimate|give it|hope
        |have it in (hand|my))\b
        """
"""What the user does who waits: `I will hear #` is their promise."""
FIRST_WORDS = r"""
        ^(\W|and |then |else |otherwise |or |so |please |just |also |to |but |if not |remember to
        |make sure to |must |try to |need to |i |i'll )*
        """
"""What may come before the verb of something to do: `and then please #`."""
PUSH = r"""
        (read|look(?! (out|forward))|buy|book|finish|watch|learn|google|research|brush|visit|chase|nudge
        |remind|poke|prod|follow up|check in|thank|prepare|rehearse|revise|practi[sc]e|study
        |hand (it |this |that )?in|turn in|come (in|over|by)|submit|deliver|upload
        |think (it |this )?(over|through)|sleep on|mull)\b
        """
"""What the user does, and they don't: `chase HR on #`."""
CONTACT = r"(call|ring|phone|e-?mail|mail|write|text|message|ping|contact|ask|reach out|try|send)"
"""How somebody gets in touch, by its verb."""
SENT = r"""
        (references?|referees|samples?|portfolio|slides|code|forms?|copy|cv|certificates?|transcripts?
        |documents)
        """
"""What the user sends them."""
OF_THIS_ROLE = r"""
        (me|my|you|your|us|i|we|everyone|everybody|all|it|this|who|whom|whether|next steps?|part|stages?
        |(candid|applic|hir|position|decision|decid|choos|chos|answer|respon|feedback|news|offer|select
        |shortlist|interview|final|fill|success|outcome|verdict|result|rejection|timeline|dates?|times?
        |headcount|budget|salary|pay|terms|contract|start|panel|round|process|opening|vacanc|invit
        |recruit|reference|requisition|paperwork|person|people|replacement|winner|pick|choice|recommend
        |appoint|matter|status|portal|meeting|call|conversation)\w*
        |best|ones?|list|names?|tie|new (lead|head|manager|director)|roles?|jobs?|posts?|hr)\b
        """
"""What a decision or an answer is about where it is the one that the user waits for."""
DETERMINER = r"(the|a|an|their|his|her|its|our|another|\w+'s)"
"""What comes before a noun."""
APPLICANTS = r"(candidates?|applicants?|finalists?|interviewees?|winners?|successful|everyone|everybody|all)"
"""Who is told the outcome."""
OF_USER = rf"""
        \b(?:(i('m| am)? (hope|hoping|wish)( that)? (to (hear|know|get)|they|he|she|it)
        |(would|'d) be (nice|good|great|lovely|cool|ideal|handy) (to (hear|know|get|have)|if)
        |^\W*(hoping|praying|wishing)( that)? (they|he|she|it)
        |(^\W*would|i'd|i would) (prefer|love|like) to (hear|know))\b(?!.*\byou\b)
        |my (references?|referees?|refs) (needs?|wants?|takes?)\b
        |can be (called|reached|contacted|rung|phoned)\b
        |i('m| am) the (first|second|third|last|next)( one)? (on )?#
        |my (?!results?|scores?|status|approval|offer|decision|contract|letter|feedback|outcome
        |verdict)\w+ (is|are) (expected|due|needed|wanted)\b)
        |^\W*(?:(withdraw|resign|give notice|pull out|drop out)\b
        |(reply|respond) to (?!(me|us|you|my|our|the|those|people|emails?|{APPLICANTS})\b)\w
        |(i )?(decide|choose) between (the two|them|both|offers|the offers)\b
        (?! (of (us|them)|candidates|applicants|finalists|people))
        |(sign|return|fill (in|out)|scan|print|complete) (the |my |an? )?
        (nda|forms?|papers|paperwork|documents?|contract|questionnaire)\b
        |(the |my )?(nda|forms?|papers|paperwork|documents?|questionnaire|slides|challenge|assignment)[ ]
        (back|in|due|done|returned|submitted|signed)\b)
        |(?<!\w)(they|he|she|hr|@) waits? for my\b
        """
"""What the user wishes or has to do, and nobody promised: `I hope to hear by #`, `sign the form by #`."""
OF_OTHERS = r"""
        ^\W*(?:[0-9]+\+? (\w+ )?applica(nts|tions) (in|within) #
        |be (in (?!(touch|contact|a position)\b)|at )|available\b)
        |\b(?:(other|first|second|top|preferred|favou?rite|leading)[ ]
        (candidate|applicant|choice|finalist|person)[ ]
        (must|has|have|needs?|gets?|got|had|answers?|decides?|accepts?|says?)
        |(accepted|declined|got|received|sent|have|had) (the|an?|my|your|their) (\w+ )?(invite|invitation)
        |earnings|layoffs|dividends?|profits
        |(council|union|board|workforce|staff|employees|press|customers|investors|landlord)[ ]
        (must|has to|have to|needs? to) be (informed|told|notified)
        |(drug|blood|medical|eye|hearing|fitness) (test|check|exam|screening)(?!.*\bresult))\b
        """
"""What is said of others who apply, of invitations and of figures: `the other candidate must answer by #`."""
