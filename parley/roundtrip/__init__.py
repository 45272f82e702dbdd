"""A workbook in which a negotiation is edited: its records as rows of cells, and what somebody did to the rows as changes."""
