"""The pages of the check, one file each, and their parts. Uses the ways of asking and what is below."""
