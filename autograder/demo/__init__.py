"""A small made-up class, to see the whole course at work: twelve students, some right, some wrong, some in trouble."""

from autograder.demo.classroom import STUDENTS, hand_in

__all__ = ["STUDENTS", "hand_in"]
