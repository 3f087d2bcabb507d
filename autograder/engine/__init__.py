"""Grading strangers' code: a student's cells run in a sandboxed process, the tests in another, and only plain data passes.

Three processes (see docs/threat_model.md): the examiner runs the test cells and knows the answers; the zygote has imported what
the labs import and forks; each fork, a student process, is sandboxed and runs one student's cells.
"""
