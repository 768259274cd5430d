"""Documents: PDF, Word, mail and RTF as text, paragraphs set apart by an empty line."""
