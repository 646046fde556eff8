"""Other words for bindings: each belongs to a binding that there is, and says something new."""

from followup_tui.tui.keys.bindings import by_id
from followup_tui.tui.keys.synonyms import SYNONYMS


def test_every_id_is_in_the_table_of_key_bindings() -> None:
    assert not SYNONYMS.keys() - by_id().keys()


def test_no_synonym_is_in_the_name_of_its_action_or_given_twice() -> None:
    for id, synonyms in SYNONYMS.items():
        name = by_id()[id].description.lower()
        assert len({*synonyms}) == len(synonyms) > 0
        assert not [synonym for synonym in synonyms if name.startswith(synonym)], id


def test_synonyms_are_lower_case_words() -> None:
    for synonyms in SYNONYMS.values():
        for synonym in synonyms:
            assert synonym == " ".join(synonym.lower().split())
