"""How it counts, in the words of the README and with examples that the live data and the real functions give. No streamlit."""
