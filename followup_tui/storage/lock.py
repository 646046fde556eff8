"""The lock that every writer of a file holds while it reads, compares and writes.

It is a file of its own in the state folder: a lock on the logbook itself would be gone once that is replaced.
Only the system's lock counts (`flock`, which ends with its process), never that the lock file exists.
"""

import errno
import fcntl
import os
import time

from followup_tui.storage.constants import short_digest
from followup_tui.storage.ownership import adopt_folder_owner

LOCK_SECONDS = 5.0
"""How long a writer waits for another one, in seconds."""
_POLL_SECONDS = 0.02
_HELD_BY_ANOTHER = (errno.EACCES, errno.EAGAIN)
_UNSUPPORTED = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS)


class LockTimeout(Exception):
    """Another program holds the lock; the text says which file it is writing."""


class FileLock:
    """An exclusive lock by way of a lock file; a context manager."""

    def __init__(self, lock_file: str, protected: str | os.PathLike[str]) -> None:
        """`protected` is the file that the lock is for, to be named in messages."""
        self._lock_file = lock_file
        self._protected = protected
        self._handle = -1
        self.is_effective = True
        """Whether it keeps others out: some network and FUSE file systems have no locks."""

    def acquire(self, seconds: float | None = None) -> None:
        """Take the lock, and wait for it up to `seconds` (LOCK_SECONDS).

        On a file system without locks it is taken at once and keeps nobody out. Raise LockTimeout, or
        OSError: FileNotFoundError where the folder of the lock file is missing.
        """
        give_up = time.monotonic() + (LOCK_SECONDS if seconds is None else seconds)
        while not self._try():
            if time.monotonic() >= give_up:
                raise LockTimeout(f"another program is saving {self._protected} and has not finished")
            time.sleep(_POLL_SECONDS)

    def _try(self) -> bool:
        """Return whether the lock could be taken at once."""
        handle = os.open(self._lock_file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            status = os.fstat(handle)
            if status.st_mode & 0o777 != 0o600:
                # Importing contextlib takes half the time of a bare Python.
                try:  # noqa: SIM105
                    os.fchmod(handle, 0o600)  # in spite of the umask
                except OSError:
                    pass
            if status.st_uid == 0:
                adopt_folder_owner(handle, os.path.dirname(self._lock_file))
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                if error.errno not in _UNSUPPORTED:
                    raise
                self.is_effective = False
            # A recovery file's lock file is removed with it, perhaps since we opened it.
            if os.path.samestat(status, os.stat(self._lock_file)):
                self._handle = handle
                return True
        except FileNotFoundError:
            pass
        except OSError as error:
            if error.errno not in _HELD_BY_ANOTHER:
                os.close(handle)
                raise
        os.close(handle)
        return False

    def release(self) -> None:
        """Give the lock back. The lock file stays: removing it would let two writers in at once."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            try:  # noqa: SIM105
                os.close(handle)  # it is closed even where this fails
            except OSError:
                pass

    def __enter__(self) -> "FileLock":
        self.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def __del__(self) -> None:
        """Give it back, like a file that is closed."""
        self.release()


def lock_of(state: str | os.PathLike[str], real: str | os.PathLike[str]) -> FileLock:
    """Return the lock of the file `real` (links resolved); its lock file is in the folder `state`."""
    return FileLock(os.path.join(state, f"{short_digest(real)}.lock"), real)
