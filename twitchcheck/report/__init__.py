"""From the conclusion to words: what the window, the page and the terminal show."""
