"""Small widgets that any page is made of: labels, sentences, bars, folds, columns. Uses look and state."""
