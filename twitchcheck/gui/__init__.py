"""The window: the only room that knows Qt. It is handed a TriageProtocol and shows it.

Its own rooms, each using only those before it: look, state, widgets, asking, pages, paper, help. The files beside them
put these together: the application, the main window with its menus and its wizard, and what hands the result out.
"""
