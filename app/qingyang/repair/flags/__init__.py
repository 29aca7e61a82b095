"""One file a kind of thing that only a person can settle: flagged, never changed."""
