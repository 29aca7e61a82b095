"""Paragraphs -> roles, marks and articles: cues per role, then the best sequence under an article's grammar. Pure."""
