"""Nbgrader's zip_collect with the same eyes: `nbgrader zip_collect LAB` reads what Moodle and Canvas give as `autograder collect` does."""

from __future__ import annotations

import os
from pathlib import Path

from nbgrader.plugins.zipcollect import ExtractorPlugin, FileNameCollectorPlugin

from autograder.collecting.claim import Claim, claim_of
from autograder.collecting.download import File, open_download
from autograder.collecting.people import People
from autograder.collecting.which_lab import marks_of_labs, why_not_of
from autograder.course import Course
from autograder.notebook_files import UnreadableError, write_whole
from autograder.roster import read_roster


class SafeExtractor(ExtractorPlugin):
    """Unpacks a download without following links, leaving its folder, or being filled by what unpacks to too much."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack every zip of a folder, and copy its other files; see nbgrader's ExtractorPlugin."""
        with open_download(Path(archive_path)) as files:
            for file in files:
                if not isinstance(file, File):
                    self.log.warning("Left out %s: %s", file.path, file.reason)
                    continue
                try:
                    write_whole(file.read(), Path(extracted_path) / file.path)
                except UnreadableError as error:
                    self.log.warning("Left out %s: %s", file.path, error)


class Collector(FileNameCollectorPlugin):
    """Tells whose a file is by the names that Moodle and Canvas give, and the roster.

    A `named_regexp` in nbgrader_config.py comes first: so other learning systems are read. Its groups are nbgrader's own:
    student_id, file_id, first_name, last_name.
    """

    def claim(self, path: str) -> Claim | None:
        """Return what nbgrader's `named_regexp` reads in a path, None where it is not set or doesn't fit."""
        found = self._match(path) if self.named_regexp else None
        if not found:
            return None
        name = found.get("student_id") or f"{found.get('first_name') or ''} {found.get('last_name') or ''}".strip()
        return Claim("pattern", name, "", os.path.basename(found.get("file_id") or path))  # noqa: PTH119 - a path in a zip

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Return the student's folder and the lab for a file, None to skip it; see nbgrader's FileNameCollectorPlugin."""
        path = Path(submitted_file)
        if path.suffix.lower() not in self.valid_ext:
            return None
        lab = str(self.parent.coursedir.assignment_id)
        course = Course(Path(self.parent.coursedir.root))
        claim = self.claim(submitted_file) or claim_of(self._inside(path))
        reason = why_not_of(lab, path.read_bytes(), claim.file if claim else path.name, marks_of_labs(course))
        match = People(read_roster(course)).find(claim) if claim else None
        if reason or match is None or match.student is None:
            self.log.warning("Skipped %s: %s", submitted_file, reason or (match.tried if match else "no name in it"))
            return None
        return {"student_id": match.student.folder, "file_id": f"{lab}.ipynb"}

    def _inside(self, path: Path) -> str:
        """Return a file's path inside the folder that nbgrader has unpacked the download to."""
        home = Path(self.parent._format_collect_path(self.parent.extracted_directory))
        parts = path.relative_to(home).parts if path.is_relative_to(home) else path.parts[-2:]
        return "/".join(parts[1:] if parts[0].lower().endswith(".zip") and len(parts) > 1 else parts)
