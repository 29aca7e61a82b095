"""The page desk (版面): an issue as its pages will print, what is wrong with them, what the issue says."""
