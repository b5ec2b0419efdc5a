"""Optional extractors that ask a model; what they say is checked against the text."""
