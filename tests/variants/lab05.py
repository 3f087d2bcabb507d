"""Lab 05: to come."""

RIGHT: dict[str, dict[str, str]] = {}
WRONG: dict[str, dict[str, str]] = {}
