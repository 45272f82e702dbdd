"""What is said of the results, as values: which sentence, about whom and how much, and on which statements it rests; no words of any language."""
