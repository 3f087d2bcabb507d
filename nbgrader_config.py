"""nbgrader's settings: every nbgrader command, its Formgrader and its Validate button work from this folder as they are."""

import os
import sys
from pathlib import Path

c = get_config()
ROOT = Path(__file__).resolve().parent
CLASS = ROOT / "class"
CLASS.mkdir(exist_ok=True)  # SQLite makes the gradebook but not its folder

# A new gradebook is finished by `alembic`, which nbgrader looks for on PATH: it lies beside this Python, activated or not.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])

c.CourseDirectory.root = str(ROOT)
c.CourseDirectory.course_id = "gradient-descent"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"
c.CourseDirectory.submitted_directory = "class/submitted"
c.CourseDirectory.autograded_directory = "class/autograded"
c.CourseDirectory.feedback_directory = "class/feedback"
c.CourseDirectory.db_url = f"sqlite:///{CLASS / 'gradebook.db'}"
c.NbGrader.logfile = str(CLASS / "nbgrader.log")
c.ExportPlugin.to = str(CLASS / "grades.csv")

# A stub that stops with NotImplementedError is what the check calls "not attempted yet".
c.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE\nraise NotImplementedError()"}
c.ClearSolutions.text_stub = "*Double-click here, and write your answer in place of this line.*"

# The command `nbgrader autograde` and the Formgrader's button run students' cells in the sandbox too.
c.OverwriteCells.add_missing_cells = True
c.Autograde.autograde_preprocessors = [
    "autograder.engine.door.ExecuteInSandbox",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# Feedback: pages with nothing in them that runs, loads or is hidden, whatever a notebook holds.
c.GenerateFeedback.preprocessors = ["autograder.feedback.plugins.ReadMarks"]
c.GenerateFeedback.exporter_class = "autograder.feedback.plugins.FeedbackPage"
# The Formgrader's view of a submission, where answers in words are marked: likewise.
c.HTMLExporter.preprocessors = ["autograder.feedback.plugins.HarmlessOutputs"]
c.HTMLExporter.filters = {"markdown2html": "autograder.feedback.plugins.harmless_markdown"}

# Late work keeps its marks. To take some off, take the # off the next line, and give the labs a due date:
#   nbgrader db assignment add 01_single_weight --duedate "2026-11-30 23:59 UTC"
# When each was handed in is in timestamp.txt beside the notebook; the exchange and `autograder collect` write it.
# c.AssignLatePenalties.plugin_class = "autograder.late_policy.DaysLate"
c.DaysLate.free_days = 2
c.DaysLate.percent_per_day = 10  # of the score, for each day begun after the free ones
c.DaysLate.most_percent = 50

# `nbgrader zip_collect LAB` reads what Moodle and Canvas give, in class/downloaded/LAB/archive; so does `autograder collect`.
c.ZipCollectApp.downloaded_directory = "class/downloaded"
c.ZipCollectApp.extractor_plugin = "autograder.collecting.plugins.SafeExtractor"
c.ZipCollectApp.collector_plugin = "autograder.collecting.plugins.Collector"
