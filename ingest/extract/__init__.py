"""Entities, restrictions, relations and denials found in a text, each with the span that says it."""
