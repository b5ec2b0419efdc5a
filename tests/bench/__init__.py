"""Figures, not tests: `make bench` prints what this machine does."""
