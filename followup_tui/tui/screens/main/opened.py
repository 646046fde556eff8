"""What `enter` opens on a row of the steps: what is on record there, or the place where it is done."""

from typing import TYPE_CHECKING

from followup_tui.core.model.logbook import ContactKind, StepId
from followup_tui.tui.screens.main.checklist import conflict_of_key, step_of_key
from followup_tui.tui.screens.step_commands import StepContext, contact_behind

if TYPE_CHECKING:
    from followup_tui.tui.screens.main.actions import RecordScreen


def open_row(screen: "RecordScreen", scene: StepContext, key: str) -> None:
    """Opens what the row is about. Nothing is ticked, and nothing on record is changed by that alone."""
    from followup_tui.tui.screens.contacts import edit_contact

    contact, step = contact_behind(scene, key), step_of_key(key)
    if contact is not None:
        edit_contact(screen, scene, contact)
    elif conflict_of_key(key) is not None:
        said = "{step.tick} takes what was written elsewhere; {step.skip} leaves what stands here."
        screen.show_message(screen.keymap.format(said))
    elif key.startswith("material:"):
        screen.ask_contact(ContactKind.MATERIAL, text=key.partition(":")[2])
    elif step in (StepId.ASK, StepId.WRITE_DOWN):
        screen.write_notes()
    elif step is StepId.WAIT:
        screen.action_promise()
    else:
        screen.action_write()
