"""What `space`, `s` and `D` do on a row of the checklist: a change, or why nothing changes."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal, NamedTuple, TypeGuard

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.contacts import DeleteContact, RecordContact
from followup_tui.core.changes.interviews import SkipPerson, TickStep
from followup_tui.core.dates.format import day_name
from followup_tui.core.model.logbook import SKIPPED, Contact, ContactKind, Interview, Logbook, StepId
from followup_tui.core.rules.plan_types import MaterialPlan, PersonPlan, Plan, Status
from followup_tui.core.text import fold_name
from followup_tui.tui.screens.main.checklist import conflict_of_key, step_of_key


class Refusal(NamedTuple):
    """Why a key does nothing here, and what to do instead; keys as `Keymap.format` reads them."""

    why: str


class NeedsReason:
    """The budget is spent: a follow-up needs a reason in the user's words."""


class Confirmation(NamedTuple):
    """What is asked before something is put on record."""

    title: str
    why: str
    """Why it is asked."""
    ask: str
    """The question; keys as `Keymap.format` reads them."""


class StepContext(NamedTuple):
    """Where a key was pressed."""

    interview: Interview
    plan: Plan
    now: datetime
    new_id: Callable[[], str]

    def contact(self, kind: ContactKind, person: str = "", channel: str = "", text: str = "") -> Contact:
        """A contact that takes place now."""
        return Contact(id=self.new_id(), at=self.now, kind=kind, person=person, channel=channel, text=text)

    def person(self, key: str) -> PersonPlan | None:
        """The person of a row."""
        name = fold_name(key.split(":", 2)[2])
        return next((one for one in self.plan.people if fold_name(one.person.name) == name), None)

    def material(self, key: str) -> MaterialPlan | None:
        """The material of a row."""
        what = fold_name(key.partition(":")[2])
        return next((one for one in self.plan.materials if fold_name(one.material.what) == what), None)


def tick(scene: StepContext, key: str) -> Change | Refusal | NeedsReason:
    """What `space` does on the row `key`."""
    kind = key.partition(":")[0]
    if kind == "person":
        return _tick_person(scene, key)
    if kind == "material":
        return _tick_material(scene, key)
    if kind == "conflict":
        return _settle(scene, key, take=True)
    step = step_of_key(key)
    if step is None:
        return Refusal("Nothing to tick here.")
    planned = scene.plan.step(step)
    if scene.interview.ticks.of(step) is not None:
        return TickStep(scene.interview.id, step, None)
    if step is StepId.FOLLOW_UP and planned.status is not Status.DONE:
        if not scene.plan.follow_ups.left:
            return NeedsReason()
        return RecordContact(scene.interview.id, scene.contact(ContactKind.FOLLOW_UP))
    if step is StepId.FOLLOW_UP and scene.plan.follow_ups.sent:
        return Refusal(
            "Recorded already. {contact.add} records another; {history.undo} takes the last change back."
        )
    if planned.status is Status.DONE:
        return Refusal("Done already: your notes and the record say so.")
    return TickStep(scene.interview.id, step, scene.plan.today)


def doubt(done: Change | Refusal, scene: StepContext) -> Confirmation | None:
    """What is asked before a change that the rules speak against; None where they don't."""
    plan = scene.plan
    if is_follow_up(done) and not plan.verdict.allowed:
        ask = "Did one go out all the same? It uses up one of your follow-ups."
        return Confirmation("Not today", plan.verdict.why, ask)
    if not isinstance(done, TickStep) or done.step is not StepId.WAIT or done.tick is None:
        return None
    if plan.step(StepId.WAIT).status.is_finished:
        return None
    why = f"Quiet until {day_name(plan.promised.day, plan.today)}, whatever is ticked here."
    ends = "Their answer ({contact.add}) or another day ({step.promise}) ends it."
    return Confirmation(
        "Still quiet", why, f"{ends} {'Skip' if done.tick == SKIPPED else 'Tick'} it all the same?"
    )


def is_follow_up(done: Change | Refusal) -> TypeGuard[RecordContact]:
    """Whether a change records a follow-up."""
    return isinstance(done, RecordContact) and done.contact.kind is ContactKind.FOLLOW_UP


def reply_message(done: Change, after: Plan) -> str:
    """What is said of an answer that was recorded, for it changes what is to be done; else nothing.

    `after` is what the rules make of the interview with it.
    """
    if not isinstance(done, RecordContact) or done.contact.kind is not ContactKind.REPLY:
        return ""
    if after.answered_on is not None:
        return "They answered: nothing to wait for now. If they named another day, {step.promise} sets it."
    said, until = "Their answer is on the record", day_name(after.promised.day, after.today)
    if done.promise is not None:
        return f"{said}, and the wait goes on until {until}, the day they named."
    if after.promised.is_recorded:
        return f"{said}. The wait goes on until {until}: that day was set after it."
    return f"{said}."


def _tick_person(scene: StepContext, key: str) -> Change | Refusal:
    one, step = scene.person(key), step_of_key(key)
    if one is None:
        return Refusal("Nobody of that name is in the notes any more.")
    done, kind = (
        (one.thanked, ContactKind.THANK_YOU) if step is StepId.THANK else (one.connected, ContactKind.CONNECT)
    )
    if done is not None:
        return DeleteContact(scene.interview.id, done.id, scene.now)
    return RecordContact(scene.interview.id, scene.contact(kind, person=one.person.name))


def _tick_material(scene: StepContext, key: str) -> Change | Refusal:
    one = scene.material(key)
    if one is None:
        return Refusal("That is not in the notes any more.")
    if one.sent is not None:
        return DeleteContact(scene.interview.id, one.sent.id, scene.now)
    return RecordContact(scene.interview.id, scene.contact(ContactKind.MATERIAL, text=one.material.what))


def _settle(scene: StepContext, key: str, take: bool) -> Change | Refusal:
    from followup_tui.core.changes.conflicts import ResolveConflict

    number, versions = conflict_of_key(key), scene.interview.conflicts
    if number is None or number >= len(versions):
        return Refusal("That is settled.")
    change = ResolveConflict(scene.interview.id, versions[number], take)
    if take and change.apply(Logbook(interview=(scene.interview,))).interviews[0] is scene.interview:
        return Refusal(
            "What was written elsewhere fits nowhere here. {step.skip} leaves it, and all is settled."
        )
    return change


def skip(scene: StepContext, key: str) -> Change | Refusal:
    """What `s` does on the row `key`."""
    if conflict_of_key(key) is not None:
        return _settle(scene, key, take=False)
    step = step_of_key(key)
    if step is None or key.startswith("material:"):
        return Refusal("What they asked for can't be skipped; take its line out of the notes instead.")
    if not key.startswith("person:"):
        tick: Literal["skipped"] | None = None if scene.interview.ticks.of(step) == SKIPPED else SKIPPED
        return TickStep(scene.interview.id, step, tick)
    one = scene.person(key)
    if one is None:
        return Refusal("Nobody of that name is in the notes any more.")
    if step is StepId.THANK:
        return SkipPerson(scene.interview.id, StepId.THANK, one.person.name, not one.thank_skipped)
    return SkipPerson(scene.interview.id, StepId.CONNECT, one.person.name, not one.connect_skipped)


def contact_behind(scene: StepContext, key: str) -> Contact | None:
    """What is on record behind the row `key`; of several, the latest."""
    if key.startswith("person:"):
        one = scene.person(key)
        if one is None:
            return None
        return one.thanked if step_of_key(key) is StepId.THANK else one.connected
    if key.startswith("material:"):
        thing = scene.material(key)
        return thing.sent if thing is not None else None
    if step_of_key(key) is not StepId.FOLLOW_UP:
        return None
    sent = [one for one in scene.interview.contacts if one.kind is ContactKind.FOLLOW_UP]
    return max(sent, key=lambda one: one.at, default=None)


def delete_record(scene: StepContext, key: str) -> Change | None:
    """What `D` does on the row `key`: takes what is on record there off it. None where nothing is."""
    contact = contact_behind(scene, key)
    return DeleteContact(scene.interview.id, contact.id, scene.now) if contact is not None else None
