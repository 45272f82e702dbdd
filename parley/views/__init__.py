"""The only code that knows Streamlit; a page is a short script that selects, computes, draws and cites."""
