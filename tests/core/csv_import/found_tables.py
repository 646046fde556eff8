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
    "days in another order than one can tell": Case(
        "Company,Interview Date\nOrlin,04/05/2026\nPetra,06/07/2026\n",
        left_out=("Orlin: day and month can't be told apart", "Petra: day and month can't be told apart"),
    ),
    "times in another zone": Case(
        "Company,Interview Date,Time,Timezone,Interview Type\nKestrel Bio,2026-11-25,3:00 PM,ET,Video call\n",
        ("Kestrel Bio 2026-11-25 1",),
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
