"""Entities, restrictions, relations and denials of a text, each with the span that says it."""
