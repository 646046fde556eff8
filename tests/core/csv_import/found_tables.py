"""Tables of the kinds that people have: exports, sheets kept by hand, logs, contacts, statements.

Most tell of no interview. What is added of each is exact: a false interview is worse than a missed one.
"""

from tests.core.csv_import.cases import Case

FOUND_TABLES = {
    # Trackers and sheets that do tell of interviews.
    "a tracker with the day and the time apart": Case(
        "Company,Position,Status,Interview Date,Interview Time,Location\n"
        "Halden Foods,Buyer,Interview Scheduled,12/01/2026,10:30 AM,Leeds\n"
        "Quarry Bank,Buyer,Applied,,,Leeds\nSollis,Clerk,Rejected,11/18/2026,2:00 PM,York\n",
        ("Halden Foods 2026-12-01 1", "Sollis 2026-11-18 1 Rejected"),
        ("Quarry Bank: it has no day",),
    ),
    "a sheet of rounds": Case(
        "Employer,Job Title,Round,Date,Interviewer,Outcome\n"
        "Norrland Rail,Planner,1,2026-11-03,Maj Lind,Passed\n"
        "Norrland Rail,Planner,2,2026-11-17,Per Ek,Pending\n",
        ("Norrland Rail 2026-11-03 1 went on", "Norrland Rail 2026-11-17 2"),
    ),
    "stages of a recruiting spreadsheet": Case(
        "Company,Applied On,Phone Screen,Technical,Onsite,Offer,Notes\n"
        "Fennimore,2026-10-01,2026-10-12,2026-10-20,,,\nGrove & Pike,2026-10-03,,,,,\n",
        ("Fennimore 2026-10-12 1 went on", "Fennimore 2026-10-20 2"),
        ("Grove & Pike: it has no day",),
    ),
    "a German sheet": Case(
        "Arbeitgeber;Position;Beworben am;Vorstellungsgespräch;Ergebnis\n"
        "Stadtwerke Ahlen;Sachbearbeiter;01.10.2026;05.11.2026 09:00-10:00;Absage\n",
        ("Stadtwerke Ahlen 2026-11-05 1 Absage",),
    ),
    "a German sheet with a stage by phone": Case(
        "Unternehmen;Position;Status;Telefoninterview;Vorstellungsgespräch;Uhrzeit;Ansprechpartner;Bemerkung\n"
        "Korvane GmbH;Entwickler;Einladung;10.11.2026;20.11.2026;14:30 Uhr;Frau Holt;Linie 3\n"
        "Ostrel AG;DevOps;Absage;12.11.2026;;;;\nBellmire KG;QA;Beworben;;;;Herr Abel;\n",
        (
            "Korvane GmbH 2026-11-10 1 went on",
            "Korvane GmbH 2026-11-20 2",
            "Ostrel AG 2026-11-12 1 Absage",
        ),
        ("Bellmire KG: it has no day",),
    ),
    "a sheet with a screen before the interview": Case(
        "Company,Role,Applied,Phone screen,Interview,Status\n"
        "Korvane,SRE,2026-10-20,2026-11-09,2026-11-19,\nOstrel,SRE,2026-10-21,2026-11-10,,Rejected\n"
        "Bellmire,SRE,2026-10-22,2026-11-12,2026-11-12,\n",
        (
            "Korvane 2026-11-09 1 went on",
            "Korvane 2026-11-19 2",
            "Ostrel 2026-11-10 1 Rejected",
            "Bellmire 2026-11-12 1",
        ),
        remark="Days from “Phone screen” and “Interview”.",
    ),
    "a screen beside a column of words on the interview": Case(
        "Company,Role,Phone screen,Interview,Status\nKorvane,SRE,2026-11-09,panel of three,\n",
        ("Korvane 2026-11-09 1",),
    ),
    "stages of which some cells hold a word": Case(
        "Company,Position,Applied,Recruiter Screen,Technical,Status\n"
        "Korvane,Data,10/12/2026,10/20/2026,11/04/2026,Waiting\n"
        "Ostrel,Data,10/13/2026,10/22/2026,,Rejected after screen\nBellmire,Data,10/15/2026,Passed,,\n",
        (
            "Korvane 2026-10-20 1 went on",
            "Korvane 2026-11-04 2",
            "Ostrel 2026-10-22 1 Rejected after screen",
        ),
        ("Bellmire: the day “Passed” can't be read",),
        remark="Days from “Recruiter Screen” and “Technical”.",
    ),
    "a Portuguese sheet": Case(
        "Empresa,Cargo,Data da entrevista,Hora,Situação,Observações\n"
        "Korvane,Analista,18/11/2026,14:30,Aguardando resposta,ok\n"
        "Ostrel,Analista,12/11/2026,09:00,Reprovado,\n",
        ("Korvane 2026-11-18 1", "Ostrel 2026-11-12 1 Reprovado"),
        remark="Role from “Cargo”. Time from “Hora”. Outcome from “Situação”. Not used: “Observações”.",
    ),
    "days of which the sheet says when one was interviewed": Case(
        "Company,Title,Interviewed On,Thank You Sent?,Decision By\nKorvane,Clerk,11/19/2026,Yes,12/01/2026\n",
        ("Korvane 2026-11-19 1",),
        remark="Not used: “Thank You Sent?” and “Decision By”.",
    ),
    "days in another order than one can tell": Case(
        "Company,Interview Date\nOrlin,04/05/2026\nPetra,06/07/2026\n",
        left_out=("Orlin: day and month can't be told apart", "Petra: day and month can't be told apart"),
    ),
    "times in another zone": Case(
        "Company,Interview Date,Time,Timezone,Interview Type\nKestrel Bio,2026-11-25,3:00 PM,ET,Video call\n",
        ("Kestrel Bio 2026-11-25 1",),
    ),
    "a tracker's moments of two interviews": Case(
        "Job Title,Company,List,Applied At,First Interview At,Second Interview At,Notes,Description\n"
        "SRE,Marrow,Interview,2026-11-02T09:00:00Z,2026-11-12T13:00:00Z,2026-11-20T13:00:00.000Z,ok,We do\n"
        "Analyst,Tide,Applied,2026-11-02T09:00:00Z,,,,We do\n",
        ("Marrow 2026-11-12 1 went on", "Marrow 2026-11-20 2"),
        ("Tide: it has no day",),
        remark="Not used: “Applied At” and “Description”.",
    ),
    "a tracker without a day of interviews": Case(
        "Company,Position,Status,Date Saved,Deadline,Date Applied,Follow up\n"
        "Marrow,SRE,Interviewing,11/01/2026,11/15/2026,11/02/2026,11/09/2026\n",
        error="“Date Saved”, “Deadline”, “Date Applied” and “Follow up” may be the day of applying",
    ),
    "a database's export with a mark at its start": Case(
        "\ufeffName,Company,Stage,Interview Date,Interviewer(s),Format,Notes,Next step\r\n"
        'Dev,Marrow,Technical,"November 20, 2026 2:00 PM (GMT+1)",Ines Holm,Video call,"a\r\nb",wait\r\n'
        'Data,Tide,Phone screen,"November 26, 2026 9:00 AM → 10:00 AM",Piet Bos,Phone,,\r\n'
        "Platform,Pinnock,Applied,,,,,\r\n",
        ("Marrow 2026-11-20 1", "Tide 2026-11-26 1"),
        ("Pinnock: it has no day",),
        remark="Notes from “Notes”, then “Next step”. Not used: “Name”.",
    ),
    "a German sheet with two columns of remarks": Case(
        "sep=;\r\nFirma;Stelle;Beworben am;Vorstellungsgespräch;Uhrzeit;Ansprechpartner;Gesprächsart;"
        "Bemerkungen;Kommentar;Status\r\n"
        "Kranich;Gestalter;02.11.2026;19.11.2026;10:30;Frau Öztürk;vor Ort;a;b;offen\r\n"
        "Fuchs AG;Texter;03.11.2026;;;;;;;Absage\r\n",
        ("Kranich 2026-11-19 1",),
        ("Fuchs AG: it has no day",),
        remark="Notes from “Bemerkungen”, then “Kommentar”. Not used: “Beworben am”.",
    ),
    "a sheet with a title and merged headings": Case(
        "My job search 2026,,,,,,,\n,,,,,,,\nCompany,Role,Interview,,,,Outcome,Notes\n"
        ",,Date,Time,Type,With,,\nMarrow,SRE,11/20/2026,2:00 PM,Video,Ines Holm,Waiting,likes Go\n"
        "Tide,Analyst,11/25/2026,9:30 AM,On-site,Piet Bos,,\n",
        ("Marrow 2026-11-20 1", "Tide 2026-11-25 1"),
        remark="Days from “Interview Date”. Format from “Interview Type”. People from “Interview With”.",
    ),
    "a French sheet": Case(
        "Entreprise;Poste;Date de candidature;Date d'entretien;Heure;Interlocuteur;"
        "Type d'entretien;Remarques\n"
        "Brume;Analyste;02/11/2026;18/11/2026;14:30;Léa Faure;visio;télétravail\n"
        "Quai;Analyste;02/11/2026;26/11/2026;14h30;Hugo Petit;téléphone;\n",
        ("Brume 2026-11-18 1",),
        ("Quai: the time “14h30” can't be read; write it like 14:30",),
        remark="People from “Interlocuteur”. Notes from “Remarques”. Not used: “Date de candidature”.",
    ),
    "a Spanish sheet with tabs": Case(
        "Empresa\tPuesto\tFecha entrevista\tHora\tEntrevistador\tModalidad\tComentarios\tResultado\n"
        "Brío\tAnalista\t18/11/2026\t16:00\tSofía Peña\tPresencial\tbien\tEn espera\n"
        "Luna\tAnalista\t27/11/2026\t10:00\tIván Gil\tVideollamada\t\t\n",
        ("Brío 2026-11-18 1", "Luna 2026-11-27 1"),
        remark="Format from “Modalidad”. People from “Entrevistador”. Outcome from “Resultado”.",
    ),
    "two rounds in a row, each with its people": Case(
        "Company,Position,Round 1 date,Round 1 interviewer,Round 2 date,Round 2 interviewer,Status\n"
        "Marrow,SRE,2026-11-05,Ines Holm,2026-11-16 15:00,Piet Bos,Rejected\n"
        "Tide,SRE,2026-11-06 09:00,Ana Roy,,,Waiting to hear back\n",
        ("Marrow 2026-11-05 1 went on", "Marrow 2026-11-16 2 Rejected", "Tide 2026-11-06 1"),
        remark="Notes from “Round 1 interviewer”, then “Round 2 interviewer”.",
    ),
    "a sheet with its heading again and blank rows": Case(
        "Company ,Role,Interview Date,Contact,Notes,Feedback\n\n"
        'Marrow,SRE,"Nov 20, 2026",Ines Holm,"a\n""b"", c",d\n'
        ",,,,,\nCompany ,Role,Interview Date,Contact,Notes,Feedback\nPinnock,,20 Nov 2026,,,\n",
        ("Marrow 2026-11-20 1", "Pinnock 2026-11-20 1"),
        ("Company: the day “Interview Date” can't be read",),
        remark="Notes from “Notes”, then “Feedback”.",
    ),
    "words for how it ended": Case(
        "Company,Interview Date,Status,Type\nA,2026-10-01,Ghosted,Phone\nB,2026-10-02,Offer received,Video\n"
        "C,2026-10-03,Withdrawn by me,Onsite\nD,2026-10-04,Position filled,Teams\n"
        "E,2026-11-20,Interview scheduled,Zoom\nF,2026-11-20,Waiting,In-person\n"
        "G,2026-11-20,Declined offer,Call\nH,TBD,Interviewing,Phone\n",
        (
            *("A 2026-10-01 1 Ghosted", "B 2026-10-02 1", "C 2026-10-03 1 Withdrawn by me"),
            *("D 2026-10-04 1 Position filled", "E 2026-11-20 1", "F 2026-11-20 1"),
            "G 2026-11-20 1 Declined offer",
        ),
        ("H: it has no day",),
    ),
    "two columns of nearly each kind": Case(
        "Company,Employer,Date,Interview date,Contact,Recruiter,Notes,Comments\n"
        "Marrow,Agency,2026-11-01,2026-11-20,Ines Holm,Ana Roy,a,b\nTide,,2026-11-02,,Piet Bos,,,c\n"
        ",Pinnock,2026-11-03,2026-11-21,,2026-11-01,,\n",
        ("Marrow 2026-11-20 1", "Pinnock 2026-11-21 1"),
        ("Tide: it has no day",),
        remark="Company from “Company”, then “Employer”. People from “Contact”, then “Recruiter”. "
        "Notes from “Notes”, then “Comments”. Not used: “Date”.",
    ),
    # Applications: nothing is added without a flag.
    "applications with a closing day": Case(
        "Job Title,Company,Date Applied,Deadline,Status,Salary Range\n"
        "Analyst,Borrow & Lend,2026-11-01,2026-11-30,Interview,30k-40k\n",
        error="--date-column",
    ),
    "a job board's saved jobs": Case(
        "title,company,location,date_saved,url\nNurse,St Anne,Cork,2026-11-03,u\n", error="--date-column"
    ),
    "a board with the last change": Case(
        "Name,Company,Status,Last edited time\nBackend dev,Ulla,Interview,2026-11-20 10:31\n",
        error="--date-column",
    ),
    "two columns that name the company, and JSON for a status": Case(
        'Name of company,Company,status,date\nx,Marl,"{""name"":""Interviewing"",""id"":4}",2026-11-20\n',
        error="--date-column date",
    ),
    "an unemployment office's log of efforts": Case(
        "Date of Contact,Employer,Method of Contact,Person Contacted,Type of Work,Result\n"
        "11/16/2026,Marlow Diner,In person,T. Shaw,Waiter,Left resume\n"
        "11/18/2026,Tillman Hotel,Online,HR,Porter,Application filed\n",
        error="--date-column",
    ),
    "an event log with no interview": Case(
        "Date,Company,Event\n2026-11-02,Ulla,Application sent\n2026-11-05,Ulla,Interview invitation\n"
        "2026-11-06,Ulla,Interview confirmed\n2026-11-21,Ulla,Interview cancelled\n",
        error="--date-column Date",
    ),
    "an event log in which calls are made by the user": Case(
        "Date,Company,Activity,Notes\n2026-11-02,Ulla,Called to follow up,\n2026-11-03,Ulla,Sent thank you,\n"
        "2026-11-04,Ulla,Interview prep call with coach,\n2026-11-05,Ulla,Second interview,ok\n",
        error="--date-column Date",
    ),
    # Nothing to do with a search.
    "contacts": Case(
        "First Name,Last Name,Company,Position,Email Address,Connected On\n"
        "Ada,Moss,Ulla,Recruiter,a@example.com,14 Nov 2026\n",
        error="--date-column",
    ),
    "a sales pipeline": Case(
        "Company,Contact,Phone,Stage,Last Call,Next Meeting\n"
        "Ulla,Ada Moss,+44 20 7946 0000,Proposal,2026-11-02,2026-11-30\n",
        error="--date-column",
    ),
    "a bank statement": Case(
        "Date,Type,Description,Amount,Balance\n2026-11-02,DD,ELECTRIC,-40.00,100.00\n",
        error="no column for the company",
    ),
    "invoices": Case(
        "Invoice,Company,Date,Time,Amount,Status\n17,Ulla,2026-11-02,10:00,400.00,Open\n",
        error="--date-column",
    ),
    "a calendar": Case(
        "Subject,Start Date,Start Time,End Date,End Time,All day event,Description,Location\n"
        "Interview Ulla,11/20/2026,10:00:00 AM,11/20/2026,11:00:00 AM,False,,Leeds\n",
        error="no column for the company",
    ),
    "a calendar with organisations": Case(
        "Organization,Date,Time,Title\nDentist Dr Low,2026-11-20,10:30,Check-up\n"
        "Ulla,2026-11-21,11:00,Interview\n",
        error="--date-column",
    ),
    "conferences": Case(
        "Organisation,Event,Date,Format\nUlla,Meetup on Rust,2026-11-20,Online\n"
        "Ulla,Virtual career fair,2026-11-24,Online\n",
        error="--date-column",
    ),
    "exit interviews of a personnel office": Case(
        "Employee,Department,Exit Interview Date,Manager\nP. Low,Sales,2026-11-20,A. Moss\n",
        error="no column for the company",
    ),
    "applicants seen by an employer": Case(
        "Candidate,Position,Interviewer,Interview Date,Score\nP. Low,Clerk,A. Moss,2026-11-20,4\n",
        error="no column for the company",
    ),
    "a to-do list": Case(
        "Task,Due date,Company,Done,Priority\nPrepare interview,2026-11-20,Ulla,no,high\n",
        error="--date-column",
    ),
    "phone calls": Case(
        "Date,Time,Company,Type,Duration\n2026-11-02,10:00,Gas board,Outgoing call,00:12:00\n"
        "2026-11-02,10:30,Ulla,Missed call,00:00:00\n",
        error="--date-column",
    ),
    "training": Case(
        "Company,Phone training,Technical training,Final exam,Status\n"
        "Ulla,2026-11-02,2026-11-09,2026-11-20,passed\n",
        error="--date-column",
    ),
    "deliveries": Case(
        "Company,Date,Time,Round,Status\nUlla,2026-11-02,10:00,2,delivered\n", error="--date-column"
    ),
}
