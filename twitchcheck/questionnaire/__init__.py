"""What can be asked: items, answer options, conditions, answers and the order of the interview."""
