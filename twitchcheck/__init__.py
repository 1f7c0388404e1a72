"""TwitchCheck - Muscle twitch self-check."""

__version__ = "0.1.0"
