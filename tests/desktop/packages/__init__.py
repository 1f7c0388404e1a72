"""What people get, built from this checkout and tried where nothing of it is installed."""
