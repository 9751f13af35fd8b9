"""What was reported about displacement, from raw files to tables. No streamlit, no plotly, no network at import."""
