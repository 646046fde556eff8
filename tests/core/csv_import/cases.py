"""Tables as people keep them, each with what is added, what is left out and what is remarked.

A case stands for its kind: where a table does not plainly tell of an interview, nothing is added.
"""

from typing import NamedTuple


class Case(NamedTuple):
    """A table, what the user says of it, and what is to come of it."""

    text: str
    added: tuple[str, ...] = ()
    """Company, day and round of each interview, and its outcome where it comes in closed."""
    left_out: tuple[str, ...] = ()
    """The company, a colon and the beginning of the reason."""
    remark: str = ""
    """A part of a remark on a row or on the table."""
    error: str = ""
    """A part of the message where nothing can be read."""
    date_columns: tuple[str, ...] = ()
    company_column: str = ""


CASES = {
    # A mere “Date” may be the day of applying.
    "a date and a status": Case(
        "Date,Company,Job Title,URL,Status\n2026-11-02,Marrow,Analyst,u,No Response\n"
        "2026-11-03,Tide,Analyst,u,Interview\n",
        error="“Date” may be the day of applying; to take it anyway: --date-column Date",
    ),
    "a date and an outcome": Case(
        "Datum;Firma;Ergebnis\n2.11.2026;Marrow;offen\n", error="--date-column Datum"
    ),
    "two dates and no interview": Case(
        "Company,Date Applied,Follow-up Date\nMarrow,2026-11-02,2026-11-09\n",
        error="“Date Applied” and “Follow-up Date” may be the day of applying; to take it anyway: "
        "--date-column 'Date Applied'",
    ),
    "a date beside an interviewer": Case(
        "Company,Date,Interviewer\nMarrow,2026-11-20,Ines Holm\n",
        ("Marrow 2026-11-20 1",),
        remark="Days from “Date”; check that they are interview days",
    ),
    "a date that rows of applications have as well": Case(
        "Company,Date,Interviewer,Status\nMarrow,2026-11-20,Ines Holm,Interview\nTide,2026-11-02,,Applied\n",
        error="“Date” may be the day of applying",
    ),
    # The stage is asked as well as the outcome.
    "an outcome hides the stage": Case(
        "Date,Company,Stage,Decision\n2026-11-04,Marrow,Submitted,Pending\n"
        "2026-11-05,Tide,Not Submitted,Pending\n"
        "2026-11-06,Pinnock,Submitted,Not Selected\n2026-11-07,Oskvale,Interview,Not Selected\n",
        ("Oskvale 2026-11-07 1",),
        (
            "Marrow: its status mentions no interview (Pending, Submitted)",
            "Tide: its status mentions no interview (Pending, Not Submitted)",
            "Pinnock: its status mentions no interview (Not Selected, Submitted)",
        ),
        date_columns=("Date",),
    ),
    "a default day of the interview": Case(
        "Company,Application Status,Follow-Up Date,Interview Date\nMarrow,Submitted,2026-11-20,2026-11-20\n",
        ("Marrow 2026-11-20 1",),
        remark="its status mentions no interview (Submitted)",
    ),
    "a status that denies the interview": Case(
        "Company,Interview Date,Status\nMarrow,2026-11-20,Rejected without interview\n",
        left_out=("Marrow: no interview yet (Rejected without interview)",),
    ),
    # Columns named by a stage are rounds.
    "stages with their days": Case(
        "Company,Role,Date Applied,Phone Screen,Technical Interview,Onsite,Status\n"
        "Marrow,SRE,2026-10-20,2026-11-10,2026-11-17,2026-11-20,Interviewing\nTide,SRE,2026-10-21,2026-11-12,,,x\n",
        (
            "Marrow 2026-11-10 1 went on",
            "Marrow 2026-11-17 2 went on",
            "Marrow 2026-11-20 3",
            "Tide 2026-11-12 1",
        ),
        remark="“Date Applied”",
    ),
    "dates of stages": Case(
        "Company,Date Phone Screen,Date Technical Screen,Date Onsite / Final Round,Date Decision\n"
        "Marrow,2026-11-10,2026-11-17,,\n",
        ("Marrow 2026-11-10 1 went on", "Marrow 2026-11-17 2"),
    ),
    "stages in other words": Case(
        "Company,Recruiter call,HR screen,Final panel\nMarrow,2026-11-10,2026-11-12,2026-11-20\n",
        (
            "Marrow 2026-11-10 1 went on",
            "Marrow 2026-11-12 2 went on",
            "Marrow 2026-11-20 3",
        ),
    ),
    "stages that are ticked": Case(
        "Company,Phone Screen,Onsite,Date\nMarrow,yes,no,2026-11-20\n",
        error="“Date” may be the day of applying",
    ),
    "a phone number": Case(
        "Company,Phone,Interview Date\nMarrow,+49 30 123456,2026-11-20\n", ("Marrow 2026-11-20 1",)
    ),
    "an offer and a decision": Case(
        "Company,Offer date,Decision date\nMarrow,2026-11-10,2026-11-12\n", error="may be the day of applying"
    ),
    "rounds and a last stage": Case(
        "Company,First round,Second round,Final\nMarrow,2026-11-10,2026-11-18,2026-11-20\n",
        (
            "Marrow 2026-11-10 1 went on",
            "Marrow 2026-11-18 2 went on",
            "Marrow 2026-11-20 3",
        ),
    ),
    "a second date": Case(
        "Company,Interview Date,Interview Date 2\nMarrow,2026-11-10,2026-11-18\nTide,2026-11-11,\n",
        (
            "Marrow 2026-11-10 1 went on",
            "Marrow 2026-11-18 2",
            "Tide 2026-11-11 1",
        ),
    ),
    # Only the last round has the status.
    "rounds in columns": Case(
        "Company,1st interview,2nd interview,Status\nMarrow,2026-11-05,2026-11-16,Rejected\n"
        "Tide,2026-11-06,2026-11-17,Offer accepted\n",
        (
            "Marrow 2026-11-05 1 went on",
            "Marrow 2026-11-16 2 Rejected",
            "Tide 2026-11-06 1 went on",
            "Tide 2026-11-17 2 Offer accepted",
        ),
    ),
    "rounds in rows": Case(
        "Company,Role,Interview date,Round,Status\nMarrow,SRE,2026-11-16,2,Rejected\n"
        "Marrow,SRE,2026-11-05,1,Rejected\n",
        ("Marrow 2026-11-16 2 Rejected", "Marrow 2026-11-05 1 went on"),
    ),
    "two applications for a role": Case(
        "Company,Role,Interview date,Status\nMarrow,SRE,2026-03-05,Rejected\n"
        "Marrow,SRE,2026-11-16,Interview\n",
        ("Marrow 2026-03-05 1 Rejected", "Marrow 2026-11-16 1"),
    ),
    # Headings in other words and languages.
    "German": Case(
        "Firma;Stelle;Vorstellungsgespräch am;Uhrzeit;Status\nKranich;Gestalter;19.11.2026;10:30;offen\n",
        ("Kranich 2026-11-19 1",),
    ),
    "French": Case(
        "Entreprise;Poste;Date de l'entretien;Statut\nVandelay;Vendeur;20/11/2026;En attente\n",
        ("Vandelay 2026-11-20 1",),
    ),
    "Spanish": Case(
        "Empresa;Puesto;Fecha de entrevista;Estado;Notas\nBrío;Analista;18/11/2026;En espera;bien\n",
        ("Brío 2026-11-18 1",),
    ),
    "a tracker's moments": Case(
        "Job Title,Company,List,Created At,Applied At,First Interview At\n"
        "SRE,Marrow,Interview,2026-11-01T09:00:00Z,2026-11-02T09:00:00Z,2026-11-20T13:00:00Z\n",
        ("Marrow 2026-11-20 1",),
    ),
    "unknown words for the company": Case(
        "Bedrijf,Interview date\nMarrow,2026-11-20\n",
        error="among “Bedrijf” and “Interview date”; to name it: --company-column NAME",
    ),
    "a company column that is named": Case(
        "Bedrijf,Interview date\nMarrow,2026-11-20\n", ("Marrow 2026-11-20 1",), company_column="bedrijf"
    ),
    "headings alone": Case(
        "Role,Company,Status,Reached Interview (Y/N),Date Applied\n",
        error="it has headings (“Role”, “Company”",
    ),
    "no headings": Case(
        "2026-11-10,Marrow,SRE,Applied\n", error="its first row is not a heading (“2026-11-10”, “Marrow”"
    ),
    # Columns that say of each row whether it is an interview.
    "an event log": Case(
        "Date,Company,Event\n2026-11-02,Marrow,Applied\n2026-11-10,Marrow,Phone screen\n"
        "2026-11-20,Marrow,Rejection email\n",
        error="“Date” may be the day of applying",
    ),
    "an event log with its date named": Case(
        "Date,Company,Event\n2026-11-02,Marrow,Applied\n2026-11-10,Marrow,Phone screen\n"
        "2026-11-20,Marrow,Rejection email\n",
        ("Marrow 2026-11-10 1",),
        (
            "Marrow: its status mentions no interview (Applied)",
            "Marrow: its status mentions no interview (Rejection email)",
        ),
        date_columns=("Date",),
    ),
    "a type that is none of an event": Case(
        "Date,Company,Type\n2026-11-02,Marrow,Full-time\n", error="--date-column Date"
    ),
    "yes and no": Case(
        "Company,Date,Interview,Result\nMarrow,2026-11-02,No,\nTide,2026-11-03,Yes,Rejected\nPinnock,2026-11-04,,\n",
        ("Tide 2026-11-03 1 Rejected",),
        ("Marrow: “Interview” says “No”", "Pinnock: “Interview” says “nothing”"),
    ),
    "yes and no beside the day of applying": Case(
        "Company,Date Applied,Reached Interview (Y/N)\nMarrow,2026-11-02,Y\n",
        error="“Date Applied” may be the day of applying",
    ),
    # Zones, people and notes.
    "a time zone": Case(
        "Company,Interview Date,Interview Time,Time Zone\nMarrow,2026-11-25,10:00 AM,EST\n",
        ("Marrow 2026-11-25 1",),
    ),
    "Portuguese": Case("Empresa;Data da entrevista\nMarrow;18/11/2026\n", ("Marrow 2026-11-18 1",)),
    "a time zone that is not known": Case(
        "Company,Interview Date,Interview Time,Time Zone\nMarrow,2026-11-25,10:00 AM,Lunar\n",
        ("Marrow 2026-11-25 1",),
        remark="its time zone “Lunar” is not known",
    ),
    "a time zone of several places": Case(
        "Company,Interview Date,Interview Time,Time Zone\nMarrow,2026-11-25,10:00 AM,CST\n",
        left_out=("Marrow: its time zone CST stands for several zones; write one of America/Chicago",),
    ),
    "letters of several zones behind the time": Case(
        "Company,Interview Date,Interview Time\nMarrow,2026-11-25,10:00 AM IST\n",
        left_out=("Marrow: its time zone IST stands for several zones",),
    ),
    "days that can't be told apart": Case(
        "Company,Interview date\nMarrow,03/04/2026\nTide,05/06/2026\n",
        left_out=(
            "Marrow: day and month can't be told apart; say which comes first: --day-first or --month-first",
            "Tide: day and month can't be told apart; say which comes first: --day-first or --month-first",
        ),
    ),
    # Headings that say little are read by their cells, and decide nothing about the days.
    "a type and a contact beside a mere date": Case(
        "Company,Date,Type,Contact\nMarrow,2026-11-20,Phone screen,Ines Holm\n", error="--date-column Date"
    ),
    "a type of job and a contact beside the day of applying": Case(
        "Company,Applied,Type,Contact\nMarrow,2026-11-20,Full-time,Ines Holm\n", error="--date-column Applied"
    ),
    "a recruiter's name beside a mere date": Case(
        "Company,Date,Recruiter,Hiring manager\nMarrow,2026-11-20,Ines Holm,Ole Dahl\n",
        error="--date-column Date",
    ),
    "days of stages that are named by people": Case(
        "Company,Recruiter,Hiring manager\nMarrow,2026-11-10,2026-11-20\n",
        ("Marrow 2026-11-10 1 went on", "Marrow 2026-11-20 2"),
    ),
}
