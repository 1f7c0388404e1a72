"""Checks over time and the two-week plan: what a person's own file holds, and what has changed since."""
