"""What is concluded from the answers."""
