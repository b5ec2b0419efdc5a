"""The sentences that the classifier of rules learns from, and the script that fits it."""
