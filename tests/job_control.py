"""A shell with job control in miniature, for tests: runs a program in a job of its own.

    python -m tests.job_control REPORT PROGRAM...

SIGUSR1 is `bg`, SIGUSR2 is `fg`. Each line of REPORT is what has happened: the number of the job's process,
then `stopped`, `bg` and `fg`.
"""

import os
import signal
import sys

COMMANDS = {signal.SIGUSR1, signal.SIGUSR2}


def main() -> int:
    """Run the program to its end, and return its exit status."""
    report, *program = sys.argv[1:]
    signal.pthread_sigmask(signal.SIG_BLOCK, COMMANDS)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    pid = os.fork()
    if pid == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpgrp())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, COMMANDS)
        os.execvp(program[0], program)
    with open(report, "w", encoding="utf-8", buffering=1) as lines:
        print(pid, file=lines)
        while True:
            _, status = os.waitpid(pid, os.WUNTRACED)
            if not os.WIFSTOPPED(status):
                os.tcsetpgrp(0, os.getpgrp())
                return os.waitstatus_to_exitcode(status)
            os.tcsetpgrp(0, os.getpgrp())
            print("stopped", file=lines)
            if signal.sigwait(COMMANDS) == signal.SIGUSR1:
                print("bg", file=lines)
            else:
                print("fg", file=lines)
                os.tcsetpgrp(0, pid)
            os.killpg(pid, signal.SIGCONT)


if __name__ == "__main__":
    sys.exit(main())
