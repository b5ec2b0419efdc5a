"""The graph in other people's formats: RDF, CSV, and its validation against the shapes."""
