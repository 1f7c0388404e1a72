"""What can be asked and what answers come to."""
