"""The pictures in `screenshots/` show what the app shows now."""

import pytest

from tests.scenes import FOLDER, SCENES, Scene, render_svg, shown


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_the_picture_is_true(scene: Scene) -> None:
    kept = FOLDER / f"{scene.name}.svg"
    assert kept.is_file(), "make the pictures: python -m tests.scenes"
    now, then = shown(await render_svg(scene)), shown(kept.read_text(encoding="utf-8"))
    assert len(now) > 5
    assert now == then, "the pictures are stale: python -m tests.scenes"


def test_no_picture_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{scene.name}.svg" for scene in SCENES}
