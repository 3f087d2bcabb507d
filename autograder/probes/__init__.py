"""What each graded function is tried with: LABS.md's numbers in the visible check, fresh draws in the examination.

One module per lab; each holds a tuple `QUESTIONS` in the lab's order.
"""
