"""Grading on a Dask cluster: the same engine on other processes and machines; only the coordinator writes the gradebook."""
