"""The window: the only room that knows Qt. Thin models, dumb views, one table of actions, one kind of job."""
