"""What is brought in: a table, an edited workbook, and the asking on the way."""
