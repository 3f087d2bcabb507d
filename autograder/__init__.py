"""What an instructor runs: reference math, the examination, grading and its results."""
