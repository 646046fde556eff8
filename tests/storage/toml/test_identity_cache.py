"""Results are found by the identity of an interview, and forgotten once most of them are of no use."""

from followup_tui.core.model.logbook import Interview
from followup_tui.storage.toml.identity_cache import IdentityCache
from tests.core.builders import interview


def test_a_result_is_computed_once_for_each_interview_itself() -> None:
    cache: IdentityCache[str] = IdentityCache()
    calls: list[str] = []

    def compute(interview: Interview) -> str:
        calls.append(interview.id)
        return interview.company

    first = interview(id="a", company="A")
    equal = first.model_copy()
    assert [cache.get(first, compute), cache.get(first, compute), cache.get(equal, compute)] == ["A"] * 3
    assert calls == ["a", "a"], "an equal interview is another"
    assert first in cache
    assert first.model_copy() not in cache


def test_added_interviews_have_the_result() -> None:
    cache: IdentityCache[bool] = IdentityCache()
    acme = interview(id="a")
    cache.add([acme], True)
    assert acme in cache


def test_others_are_forgotten_once_they_are_the_larger_part() -> None:
    cache: IdentityCache[bool] = IdentityCache()
    interviews = tuple(interview(id=f"i{n}") for n in range(120))
    cache.add(interviews, True)
    cache.forget_others(interviews[:10])
    assert [known in cache for known in (interviews[0], interviews[9])] == [True, True]
    assert interviews[10] in cache, "as long as they are few, they stay"
    more = tuple(interview(id=f"m{n}") for n in range(10))
    cache.add(more, True)
    cache.forget_others(interviews[:10])
    assert interviews[0] in cache
    assert interviews[10] not in cache
    assert more[0] not in cache
