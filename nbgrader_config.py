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

# The command `nbgrader autograde` and the Formgrader's button run students' cells in the sandbox too.
c.OverwriteCells.add_missing_cells = True
c.Autograde.autograde_preprocessors = [
    "autograder.engine.door.ExecuteInSandbox",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
