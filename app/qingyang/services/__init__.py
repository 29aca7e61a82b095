"""What a user does, without a window: one class a desk. Here the pure rooms, the store and the press meet."""
