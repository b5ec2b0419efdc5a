"""The vocabulary of AI policy as data: Turtle, the types made from it, and reference entities."""
