"""Text to figures and events, each tied to its exact words. The text is never changed; every span refers to it."""
