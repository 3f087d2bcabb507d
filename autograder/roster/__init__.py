"""The roster: who is in the class, as the school's file says, in nbgrader's gradebook."""

from autograder.roster.book import enter, read_roster
from autograder.roster.school_file import SchoolFile, read_school_file
from autograder.roster.student import Student

__all__ = ["SchoolFile", "Student", "enter", "read_roster", "read_school_file"]
