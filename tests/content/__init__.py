"""From files to checked values, or to every problem with its place."""
