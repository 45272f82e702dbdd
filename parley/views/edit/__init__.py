"""What is changed in a form: a statement, a record, a scale, and what a save would come to."""
