"""The pictures in `screenshots/` show what the app shows now."""

import pytest

from tests.moving_picture import STORY, settled_frames
from tests.scenes import FOLDER, MOVING_FILE, SCENES, Scene, render_moving_svg, render_svg, shown


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_the_picture_is_true(scene: Scene) -> None:
    kept = FOLDER / f"{scene.name}.svg"
    assert kept.is_file(), "make the pictures: python -m tests.scenes"
    now, then = shown(await render_svg(scene)), shown(kept.read_text(encoding="utf-8"))
    assert len(now) > 5
    assert now == then, "the pictures are stale: python -m tests.scenes"


async def test_the_moving_picture_is_true() -> None:
    kept = MOVING_FILE.read_text(encoding="utf-8")
    now, then = settled_frames(await render_moving_svg()), settled_frames(kept)
    assert len(now) > 10
    assert now == then, "the pictures are stale: python -m tests.scenes"


def test_the_moving_picture_is_short_and_small() -> None:
    assert 15 <= sum(step.seconds for step in STORY) <= 22
    assert MOVING_FILE.stat().st_size < 300_000


def test_no_picture_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {
        MOVING_FILE.name,
        *(f"{scene.name}.svg" for scene in SCENES),
    }
