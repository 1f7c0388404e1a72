"""The real thing, from outside: the program on a screen, a print server, a file manager, a bare machine."""
