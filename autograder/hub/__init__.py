"""A JupyterHub on this machine: an instructor and students, each with a server of their own, and nbgrader's exchange."""
