"""Modules without a test file of their own: parts of what is tested as a whole."""

from itertools import chain

_PARTS = {
    "test_calendar_updates.py": ("cli/calendar_history",),
    "test_demo.py": ("cli/commands/demo",),
    "test_drawing.py": ("tui/widgets/pane",),
    "cli/test_command.py": ("clock",),
    "core/changes/test_positions.py": ("core/changes/outcomes",),
    "core/dates/test_moments.py": ("core/dates/typed_days",),
    "core/dates/test_phrases.py": (
        *("core/dates/chains", "core/dates/guards", "core/dates/lazy_regex", "core/dates/lexicon"),
        *("core/dates/matching", "core/dates/patterns", "core/dates/resolve", "core/dates/time_words"),
        *("core/dates/named_days", "core/dates/negations", "core/dates/tokens", "core/dates/years"),
    ),
    "core/dates/test_promises.py": (
        *("core/dates/clauses", "core/dates/cues", "core/dates/cue_parts", "core/dates/plain_words"),
        *("core/dates/reasons", "core/dates/statements"),
    ),
    "core/letters/test_names.py": ("core/letters/short_names",),
    "core/letters/test_openings.py": ("core/letters/earlier", "core/letters/telling_words"),
    "core/merge/test_logbooks.py": ("core/merge/fields",),
    "core/merge/test_notes.py": ("core/merge/marked_blocks", "core/merge/spellings"),
    "core/model/test_logbook.py": ("core/model/base", "core/model/rules"),
    "core/proofreading/test_companies.py": ("core/proofreading/employers",),
    "core/proofreading/test_dates.py": ("core/proofreading/written_days",),
    "core/proofreading/test_proofread.py": (
        *("core/proofreading/context", "core/proofreading/details", "core/proofreading/finding"),
        *("core/proofreading/mentions", "core/proofreading/other_people", "core/proofreading/verbatim"),
        "core/proofreading/words",
    ),
    "core/rules/test_agenda.py": ("core/rules/todos",),
    "core/rules/test_plan.py": (
        "core/rules/interview_plan",
        "core/rules/plan_types",
        "core/rules/position_plan",
    ),
    "core/rules/test_recall.py": ("core/rules/recall_text",),
    "export/test_json_export.py": ("export/json_models",),
    "session/test_document.py": ("session/external_changes", "session/save_status"),
    "startup/test_launch.py": ("tui/app",),
    "storage/cache/test_timed_file.py": ("storage/cache/last_seen",),
    "storage/toml/test_syntax_repairs.py": ("storage/toml/line_repairs",),
    "tui/keys/test_bindings.py": ("tui/keys/row", "tui/keys/table"),
    "tui/screens/letter/test_screen.py": (
        *("tui/screens/letter/finding_navigation", "tui/screens/letter/letter_form"),
        *("tui/screens/letter/sending", "tui/screens/letter/view_model", "tui/widgets/overflow_input"),
    ),
    "tui/screens/main/test_actions.py": (
        *("tui/screens/host", "tui/screens/row_keys", "tui/screens/step_commands"),
    ),
    "tui/screens/main/test_checklist.py": (*("tui/screens/main/fit_rows", "tui/screens/main/step_status"),),
    "tui/screens/main/test_headline.py": ("tui/widgets/styled_text",),
    "tui/screens/main/test_screen.py": (
        *("tui/screens/main/lazy_actions", "tui/screens/main/panes", "tui/screens/main/view"),
    ),
    "tui/screens/test_broken_file.py": ("tui/file_opener",),
    "tui/screens/test_typed_texts.py": ("tui/leaving",),
    "tui/screens/test_interview_form.py": ("tui/screens/outcomes",),
    "tui/screens/test_help.py": ("core/method",),
    "tui/screens/test_recall.py": ("tui/screens/main/recall", "tui/widgets/card_view"),
    "tui/screens/test_overview.py": ("tui/widgets/overview",),
    "tui/test_appearance.py": ("tui/themes",),
    "tui/widgets/test_text_editor.py": ("tui/widgets/letter_editor",),
}
TESTED_WITH = dict(chain(*([(f"{part}.py", test) for part in parts] for test, parts in _PARTS.items())))
"""The test file of each such module."""
