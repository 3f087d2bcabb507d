"""What grading costs, measured: `python -m benchmarks.grading --help`."""
