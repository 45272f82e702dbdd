"""The same values written for other programs; an export reads a dataset or values made from it and knows no screen."""
