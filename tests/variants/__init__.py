"""Right and wrong answers to every graded function, as strangers to the grader would write them."""
