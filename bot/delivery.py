"""Answers, as messages in Discord."""
