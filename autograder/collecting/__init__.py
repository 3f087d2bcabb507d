"""Collecting: what Moodle or Canvas let an instructor download becomes class/submitted/<student>/<lab>/<lab>.ipynb."""

from autograder.collecting.download import open_download
from autograder.collecting.people import People
from autograder.collecting.plan import Plan, Rules, plan
from autograder.collecting.put import Placed, put

__all__ = ["People", "Placed", "Plan", "Rules", "open_download", "plan", "put"]
