"""The tests of TwitchCheck."""
