"""A report that a reader hands in: read in a process of its own, shown as text, kept nowhere. No streamlit in here."""
