"""GraphQL: the schema's types with their patterns, and the way from an operation to its answer."""
