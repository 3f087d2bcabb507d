"""Lab 05's wrong formulas: those of its two parts, and of the files in which a model is kept."""

from __future__ import annotations

from autograder.misconceptions import lab05_model_files, lab05_ten_digits, lab05_three_or_seven

MISCONCEPTIONS = (
    lab05_ten_digits.MISCONCEPTIONS | lab05_three_or_seven.MISCONCEPTIONS | lab05_model_files.MISCONCEPTIONS
)
HELP = lab05_ten_digits.HELP | lab05_three_or_seven.HELP
