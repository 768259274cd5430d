"""Word tables for names and roles."""
