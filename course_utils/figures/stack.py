"""Pictures one below the other, as one picture."""

from __future__ import annotations

from matplotlib.backends.backend_agg import FigureCanvasAgg

from course_utils.picture import CSS_DPI, Picture, new_picture


def stacked(*pictures: Picture) -> Picture:
    """Return one picture of all `pictures`, the first at the top; its words are theirs, one after the other."""
    sizes = [tuple(round(float(side) * CSS_DPI) for side in picture.get_size_inches()) for picture in pictures]
    width, height = max(wide for wide, _ in sizes), sum(high for _, high in sizes)
    whole = new_picture(" ".join(picture.alt for picture in pictures), width=width, height=height)
    below = float(whole.bbox.height)
    for picture in pictures:
        canvas = FigureCanvasAgg(picture)
        canvas.draw()
        pixels = canvas.buffer_rgba()
        below -= canvas.get_width_height()[1]
        whole.figimage(pixels, xo=0, yo=below, origin="upper")
    return whole
