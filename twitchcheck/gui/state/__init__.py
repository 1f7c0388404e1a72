"""What the window holds and remembers: the check in progress, the preferences. No widgets. Uses the look."""
