"""Digests: when they are due, what belongs together, what is told."""
