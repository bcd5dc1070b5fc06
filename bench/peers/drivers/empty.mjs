// A node script that does nothing: what it takes to start and to end.
