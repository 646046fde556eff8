"""Owners of files: what root writes for a user stays the user's, and a file keeps its owner when it is
replaced. One that is read-only is not replaced."""

import os


class ForeignOwner(OSError):
    """The new file can't be given to the owner of the old one."""


def adopt_folder_owner(handle: int, folder: str) -> None:
    """Give a new file to the owner of its folder, as root: `sudo` may not lock users out. Raise OSError."""
    if os.geteuid() == 0:
        owner = os.stat(folder)
        if owner.st_uid != 0:
            os.fchown(handle, owner.st_uid, owner.st_gid)


def is_read_only(path: str, mode: int) -> bool:
    """Return whether a file of that mode is to stay as it is, although its folder may be written.

    Root may write any file; one that nobody may write is meant to stay anyway.
    """
    return not mode & 0o222 or not os.access(path, os.W_OK)


def keep_owner(handle: int, replaced: os.stat_result) -> None:
    """Give a new file to the owner and the group of the file that it replaces.

    Raise ForeignOwner if that is not allowed. A group without any permission may change.
    """
    new = os.fstat(handle)
    if new.st_uid == replaced.st_uid and (new.st_gid == replaced.st_gid or not replaced.st_mode & 0o070):
        return
    try:
        os.fchown(handle, replaced.st_uid, replaced.st_gid)
    except OSError as error:
        who = f"user {replaced.st_uid}" if new.st_uid != replaced.st_uid else f"group {replaced.st_gid}"
        reason = f"it belongs to {who}, and a save by {new.st_uid} would change that"
        raise ForeignOwner(error.errno, reason) from None
