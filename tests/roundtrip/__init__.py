"""Tests of the workbook in which a negotiation is edited."""
