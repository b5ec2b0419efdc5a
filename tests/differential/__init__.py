"""Compiled answers against a plain, slow evaluation of the same questions over the claims."""
