"""Right and wrong answers to every graded function, as strangers to the grader would write them.

Two readings of LABS.md stand behind them. A length of 1 that NumPy stretches without complaint is not held against an answer in
any lab, since NumPy's own message is declared to be enough. And "float32 too" is about the numbers that come back: an answer
that computes dozens of steps in float32 may drift past the tolerance of a millionth (`BORDERLINE`).
"""
