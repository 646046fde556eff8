"""Files as faults leave them: mangled anywhere, or cut at every byte. Each is read, or refused in words."""

import random
from dataclasses import dataclass, field

from followup_tui.core.model.logbook import Logbook
from followup_tui.storage.constants import HEADER
from followup_tui.storage.toml.reader import Unreadable
from followup_tui.storage.toml.rejected import Rejected
from followup_tui.storage.toml.salvage import Salvaged, salvage
from followup_tui.storage.toml.writer import dump, encode

SEEDS = (
    b'[[interview]]\ncompany = "Acme"\nheld_at = 2026-11-23T14:00:00+01:00\n'
    b'notes = """\n@ Dana\n> Friday\n"""\n'
    b'[interview.ticks]\nask = 2026-11-23\n[[interview.contact]]\nat = 2026-11-23T15:40:00\nkind = "reply"\n'
    b'[[interview]]\nid = "b"\ncompany = "Borealis"\nheld_at = 2026-11-25 09:30:00\n'
    b"mine = {a.b = [1, {c = 2}]}\n"
    b'[[inbox]]\nat = 2026-11-24T08:00:00\ntext = "more"\n[rules]\nguess_days = 3\nholidays = [2026-12-25]\n',
    b"format = 1\n[[interview]]\nid = 'a'\ncompany = 'A'\nheld_at = 2026-11-23T14:00:00Z\nround = 2\n"
    b"[interview.skips]\nthank = ['Luis']\n[[interview.promise]]\nsaid_on = 2026-11-24\n"
    b"decide_by = 2026-12-04\n[[interview.draft]]\nid = 'd'\nkind = 'other'\nbody = '''\nDear\n'''\n",
)
"""Sound files of a hand, each a few hundred bytes."""
PIECES = (
    *(b"[[interview]]\n", b"[[interview.contact]]\n", b"[rules]\n", b"[x]\n", b'id = "b"\n', b"format = 2\n"),
    *(b'"""', b"'''", b'"', b"'", b"\\", b"#", b"=", b"[", b"]", b"{", b"}", b",", b".", b"\n", b"\r", b"\0"),
    *(
        b"\xff",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\x1b[2J",
        "é".encode(),
        b"3",
        b"-",
        b"true",
        b"nan",
        b"1e400",
    ),
    *(b"9999-12-31", b"0001-01-01T00:00:00", b"23:59:60", b"+99:99", b"<<<<<<< HEAD\n", b"=======\n"),
    *(b"[" * 300, b"{a=" * 200, b"a." * 200, b"1" * 1400),
)


@dataclass(slots=True)
class Loaded:
    """What became of some files."""

    files: int = 0
    read: int = 0
    refused: int = 0
    crashes: list[str] = field(default_factory=list)
    """Errors that nobody handles, each with the file."""
    losses: list[str] = field(default_factory=list)
    """Files read with something gone, or not the same once written again."""

    def load(self, data: bytes) -> Salvaged | None:
        """Read one file; return None where it is refused."""
        self.files += 1
        try:
            read = salvage(data)
        except Unreadable as error:
            self.refused += 1
            if not error.problems or any("\n" in str(problem) for problem in error.problems):
                self.crashes.append(f"refused without a line: {data!r}")
            return None
        except Exception as error:
            self.crashes.append(f"{error!r}: {data!r}")
            return None
        self.read += 1
        return read


def mutated_files(count: int, seed: int = 0) -> Loaded:
    """Read that many mangled files. Of those that are read, all is there when they are written and read."""
    chance = random.Random(seed)
    result = Loaded()
    for _ in range(count):
        data = chance.choice(SEEDS)
        for _ in range(chance.randint(1, 3)):
            at, length = chance.randrange(len(data) + 1), chance.choice((0, 0, 1, 2, 8, 40))
            put = chance.choice((b"", bytes([chance.randrange(256)]), chance.choice(PIECES)))
            data = data[:at] + put + data[at + length :]
        read = result.load(data)
        # What is read can be written: asked of one in eight, as it takes longer than to read.
        if read is not None and chance.randrange(8) == 0:
            _written_again(result, data, read)
    return result


def _written_again(result: Loaded, data: bytes, read: Salvaged) -> None:
    try:
        again = salvage(encode(read.logbook, read.rejected).encode())
    except Exception as error:
        result.losses.append(f"{error!r}: {data!r}")
        return
    before, after = (sorted(map(_spelled_rejected, salvaged.rejected)) for salvaged in (read, again))
    if _spelled(dump(again.logbook)) != _spelled(dump(read.logbook)) or before != after:
        result.losses.append(f"not the same once written: {data!r}")


def _spelled_rejected(rejected: Rejected) -> tuple[str, str, str]:
    return ".".join(rejected.path), rejected.interview_id, _spelled(rejected.value)


def _spelled(value: object) -> str:
    """Return a value to the letter, but for the order of keys."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {_spelled(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_spelled, value)) + "]"
    return repr(str(value) if isinstance(value, str) else value)


def cuts() -> Loaded:
    """Cut a file of ours at every byte: each piece is refused, but nothing and all but the last newline."""
    whole = salvage(SEEDS[0]).logbook
    tricky = "# end of followup-tui logbook\n\n[[interview]]\nétait\n" * 3
    first = whole.interviews[0].but(notes=whole.interviews[0].notes + tricky)
    written = encode(whole.but(interviews=(first, *whole.interviews[1:]))).encode()
    assert written.startswith(HEADER.encode())
    expected = salvage(written)
    result = Loaded()
    for at in range(len(written)):
        read = result.load(written[:at])
        if read is not None and read != expected and not (at == 0 and read.logbook == Logbook()):
            result.losses.append(f"cut at byte {at} of {len(written)}")
    return result
