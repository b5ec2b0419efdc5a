"""The types of the schema, each field declared once with its description and its pattern."""
