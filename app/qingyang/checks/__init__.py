"""Editorial checks on text in force -> findings. Pure; one file a check, with examples."""
