"""Lab 05's wrong formulas: those of its two parts together."""

from __future__ import annotations

from autograder.misconceptions import lab05_ten_digits, lab05_three_or_seven

MISCONCEPTIONS = lab05_ten_digits.MISCONCEPTIONS | lab05_three_or_seven.MISCONCEPTIONS
HELP = lab05_ten_digits.HELP | lab05_three_or_seven.HELP
