"""A real Chromium on the running app."""
