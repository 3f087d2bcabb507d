"""The course in the real JupyterLab, driven by a real browser as a student or an instructor would."""
