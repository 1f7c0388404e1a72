"""The window: the only room that knows Qt. It is handed a TriageProtocol and shows it."""
