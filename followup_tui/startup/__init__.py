"""Everything that is done for a quick start, and nothing else.

The whole folder could go, with `FollowUpApp(...).run()` in place of `open_app`, and nothing would be lost
but time. Each trick was measured with and without it, in turns: medians of 9 starts on a busy machine, of 15
for the module of pydantic.

first_frame, first_frame_cache
    The first frame is cached at quitting. It is on the screen after 0.24 s instead of 3.2 s (at best 0.13 s
    instead of 2.3 s). Leans on a key of the cache that names all that a frame depends on.
launch: no garbage collection until the app is ready
    1.20 s of processor time instead of 1.34 s. Leans on a start that drops almost nothing.
launch: no search for plugins of pydantic
    10.6 ms of processor time more than by pydantic's own switch alone. Leans on its private module
    `plugin._loader`, and does nothing where that has another name.
launch: short turns for threads
    Nothing that shows at the start (1.20 s against 1.25 s); later a key is not held up by another thread.
raw_terminal
    No time, but no key is lost that is typed before the app is up. Leans on termios, and on the driver, which
    takes the terminal over as it was left.
detached
    Quitting does not wait until the next first frame is drawn. Leans on fork, once all threads have ended.
"""
