"""What is concluded from the answers: red flags, triggers, care level, and what would change it."""
