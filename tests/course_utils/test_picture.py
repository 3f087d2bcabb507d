"""A Picture: what it shows itself as, and how it says numbers."""

from __future__ import annotations

import io
import re
import subprocess
import sys

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from PIL import Image

from course_utils.picture import CARD, Picture, counted, in_house_style, listed, new_picture, said, shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.85, "0.85"),
        (-0.14, "-0.14"),
        (0.9637575, "0.9638"),
        (1, "1"),
        (-0.0, "0"),
        (37894.036, "37894"),
        (1.5e12, "1.5e12"),
        (-3.21e-7, "-3.21e-7"),
        (4e-17, "0"),
        (1e-12, "1e-12"),
        (np.float32(0.5), "0.5"),
        (np.uint8(7), "7"),
    ],
)
def test_numbers_are_said_in_four_digits_and_rounding_noise_as_0(value, text):
    assert said(value) == text


def test_a_shown_number_has_a_real_minus_sign():
    assert shown(-1.5e-7) == "\N{MINUS SIGN}1.5e\N{MINUS SIGN}7"


def test_lists_and_counts_are_said_in_words():
    assert listed(np.array([0.1, 0.2, -0.1])) == "[0.1, 0.2, -0.1]"
    assert [counted(n, "update") for n in (0, 1, 2)] == ["0 updates", "1 update", "2 updates"]


def test_the_png_has_three_dots_for_two_css_pixels():
    image = Image.open(io.BytesIO(new_picture("nothing", width=300, height=200).png()))
    assert (image.format, image.size) == ("PNG", (450, 300))


def test_the_card_is_nearly_white_and_opaque_whatever_the_page_is():
    image = Image.open(io.BytesIO(new_picture(width=30, height=20).png())).convert("RGBA")
    assert image.getpixel((0, 0)) == (*bytes.fromhex(CARD.lstrip("#")), 255)
    assert min(image.getpixel((0, 0))) > 240


def test_the_html_carries_the_picture_its_width_and_its_words_escaped():
    html = new_picture('pred < 1 & "error" 0.0225', width=300, height=200).html()
    assert re.match(r'<img src="data:image/png;base64,[A-Za-z0-9+/=]+" alt="', html)
    assert 'alt="pred &lt; 1 &amp; &quot;error&quot; 0.0225"' in html
    assert 'width="300"' in html


def test_a_notebook_gets_the_words_and_the_html_of_one_display(monkeypatch):
    published = []
    monkeypatch.setattr("IPython.display.display", lambda data, **how: published.append((data, how)))
    picture = new_picture("error 0.0225", width=30, height=20)
    picture._ipython_display_()
    assert published == [({"text/plain": "error 0.0225", "text/html": picture.html()}, {"raw": True})]


def test_a_picture_is_a_matplotlib_figure_that_can_be_saved(tmp_path):
    picture = new_picture("words", width=30, height=20)
    picture.savefig(tmp_path / "picture.png")
    assert isinstance(picture, Figure)
    assert (tmp_path / "picture.png").stat().st_size > 0
    assert repr(picture) == "<Picture: words>"


def test_a_panel_lies_where_its_css_pixels_say():
    axes = new_picture(width=400, height=200).panel(100, 50, 200, 100)
    assert isinstance(axes, Axes)
    assert axes.get_position().bounds == pytest.approx((0.25, 0.25, 0.5, 0.5))


def test_the_readers_own_style_of_figures_neither_changes_a_picture_nor_is_changed():
    @in_house_style
    def draw() -> Picture:
        picture = new_picture(width=200, height=100)
        picture.panel(40, 30, 150, 60).set_xlabel("weight")
        return picture

    plain = draw().png()
    with mpl.rc_context({"font.size": 30, "text.color": "red", "axes.facecolor": "black", "xtick.color": "red"}):
        before = dict(mpl.rcParams)
        assert draw().png() == plain
        assert dict(mpl.rcParams) == before


WITHOUT_A_NOTEBOOK = """
import sys
sys.modules["IPython"] = None
sys.modules["course_utils"] = type(sys)("course_utils")  # without the widgets, which need a notebook
sys.modules["course_utils"].__path__ = {path!r}
from course_utils import figures
picture = figures.error_curve(8.5, 1, 0.1, alpha=0.01)
assert picture.png().startswith(b"\\x89PNG") and "0.0225" in picture.alt and "<img" in picture.html()
assert "matplotlib.pyplot" not in sys.modules, "pyplot was imported"
"""


def test_pictures_can_be_made_outside_a_notebook_and_without_pyplot():
    import course_utils

    code = WITHOUT_A_NOTEBOOK.format(path=list(course_utils.__path__))
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
