"""From files to checked, frozen values, or every problem with its file, line and column."""
