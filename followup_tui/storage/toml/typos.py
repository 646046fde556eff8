"""Unknown keys and tables that look like a mistake: they are reported, as they are kept but do nothing."""

from collections.abc import Iterable, Iterator

import tomli

from followup_tui.core.model.base import Value
from followup_tui.core.model.logbook import Interview, Keys, Logbook
from followup_tui.core.text import clean_line
from followup_tui.storage.toml.errors import Problem, line_of_path, table_header

SIMILARITY = 0.75
"""How similar to a known key an unknown one must be to count as a typo, from 0 to 1 (ours)."""


def find_typos(logbook: Logbook) -> tuple[str, ...]:
    """Return a sentence for each key that is nearly a known one."""
    typos = [
        f"{where}“{clean_line(key)}” is not known, and left as it is; did you mean “{similar}”?"
        for where, value in _values(logbook, "")
        for key in value.model_extra or ()
        if (similar := _most_similar(key, _aliases(type(value)))) is not None and not _is_table(value, key)
    ]
    return tuple(dict.fromkeys(typos))


def misplaced_tables(logbook: Logbook, text: str) -> tuple[Problem, ...]:
    """Return a problem for each table of `text` that is not known and looks like one of ours.

    What is in it is not used: an interview under `[[interviews]]` is hidden.
    """
    problems = [
        Problem(line_of_path(text, (key,)), f"{_written(logbook, key)} {advice}")
        for key in logbook.model_extra or ()
        if _is_table(logbook, key) and (advice := _advice(key, is_top=True))
    ]
    if any(
        _is_table(interview, key) for interview in logbook.interviews for key in interview.model_extra or ()
    ):
        problems += _misplaced_in_interviews(text)
    return tuple(problems)


def _misplaced_in_interviews(text: str) -> Iterator[Problem]:
    # Records of the file, not of the logbook: some may be rejected.
    known = _table_keys(Interview)
    for number, record in enumerate(tomli.loads(text)["interview"]):
        for key, value in record.items():
            if key not in known and _holds_tables(value) and (advice := _advice(key, is_top=False)):
                written = table_header(f"interview.{clean_line(key)}", isinstance(value, list))
                yield Problem(line_of_path(text, ("interview", number, key)), f"{written} {advice}")


def _is_table(value: Value, key: str) -> bool:
    return isinstance(value, Logbook | Interview) and _holds_tables((value.model_extra or {}).get(key))


def _holds_tables(value: object) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(element, dict) for element in value)
    )


def _written(logbook: Logbook, key: str) -> str:
    return table_header(clean_line(key), isinstance((logbook.model_extra or {}).get(key), list))


def _advice(key: str, is_top: bool) -> str:
    """Return where a table of that name belongs; empty if it is like none of ours.

    `is_top` is whether it was found at the top of the file, else within an interview.
    """
    for before in ("", "interview.") if is_top else ("interview.",):
        tables = _table_keys(Interview if before else Logbook)
        if similar := _most_similar(key.casefold(), tables):
            header = table_header(f"{before}{similar}", _TABLES[tables[similar]])
            if before and is_top:
                return f"is not used here; it belongs under its interview, as {header}"
            return f"is not known, and not used; write {header}"
    return ""


_TABLES = {
    **dict.fromkeys(("interviews", "inbox", "deleted", "conflicts", "promises", "contacts", "drafts"), True),
    **dict.fromkeys(("rules", "templates", "keys", "appearance", "ticks", "skips"), False),
}
"""The fields that are tables in the file; whether an array of tables."""


def _aliases(kind: type[Value]) -> dict[str, str]:
    return {field.alias or name: name for name, field in kind.model_fields.items()}


def _table_keys(kind: type[Value]) -> dict[str, str]:
    """Return the keys of the tables of that kind of record, each with its field."""
    return {key: field for key, field in _aliases(kind).items() if field in _TABLES}


def _values(value: Value, where: str) -> Iterator[tuple[str, Value]]:
    """Yield each value within `value`, itself first, with the words that say where it is."""
    yield where, value
    for name, field in type(value).model_fields.items():
        inner = getattr(value, name)
        key = field.alias or name
        if isinstance(inner, Value) and not isinstance(inner, Keys):
            yield from _values(inner, f"{where}{key}: ")
        elif isinstance(inner, tuple):
            for number, element in enumerate(inner, 1):
                if isinstance(element, Value):
                    yield from _values(element, f"{where}{key} {number}: ")


def _most_similar(key: str, known: Iterable[str]) -> str | None:
    import difflib  # nearly every file is without such a key

    return next(iter(difflib.get_close_matches(key, list(known), 1, SIMILARITY)), None)
