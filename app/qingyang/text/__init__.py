"""The nouns of the house, as frozen values: Source, Edit, Move, Change, Reading, Role, Article. Pure."""
