"""The window, used as a person uses it: real widgets, real clicks and keys, offscreen."""
