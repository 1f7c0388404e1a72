"""How each kind of question is answered: rows, numbers, own words, the body. Uses widgets and what is below."""
