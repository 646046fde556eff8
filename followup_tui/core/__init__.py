"""The method as pure functions over frozen values: no Textual, no files, no clock (`now` is passed in).

Packages, lowest first; each imports only those before it:

    text companies fuzzy errors text and its comparison; what the system says of an error
    dates model                date phrases and working days; the values that the file holds
    notes merge summary method facts from notes; two logbooks made one; differences in words; help texts
    rules                      the method itself: values in, plans out
    letters csv_import changes letters, imported tables, and all that can be done to a logbook
    proofreading               letters checked against all that is known

Words, each with one meaning everywhere:

    Logbook          everything in the file
    Interview        one conversation with a company, with its notes, contacts and drafts
    Position         one role at one company, with all its interviews; derived from them, not stored
    round            the interviews of a position on one day; as a field of an interview, its number
    record           an entry of the file; of a position or a round, one of its interviews
    promise          what they said about when they will decide; the promised day is the day it comes to
    estimate         the day taken where nothing was promised; shown as ours ("guess" in `export json`)
    quiet period     from the interview to the end of the promised day: no follow-ups
    window           the days on which a follow-up is right
    budget           how many follow-ups may go out
    step, status     one of the six steps of the method; where it stands: upcoming, open, due, late, …
    plan             what the rules make of a position or an interview at a moment: steps, window, verdict
    verdict          whether a follow-up may be sent today, and why
    sign, fact       a character that begins a line of the notes; what such a line says
    contact          a message or a meeting on record, either way
    material         something they asked the user to send
    offer            an answer of theirs that waits for the user's own
    recall card      all that is known of a position, in the order of a phone call
    opening          the text that a new letter begins with, by its kind
    draft            an unsent letter
    finding          what the proof-reader points out in a draft
    change           an undoable edit of the logbook, as a value
    inbox            lines noted from the shell, to be filed under their interview at the next load
    merge            one logbook made of two versions of it and their base
    conflict         a field changed in both; one value is current, the other version stays with the record
    rejected record  a record of the file that could not be read, and is written back unchanged
    frame cache      the first screen as it was last drawn, shown while the app starts
"""
