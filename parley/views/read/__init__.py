"""What is read: a document cut into paragraphs, its coding, proposals, and a second reader."""
