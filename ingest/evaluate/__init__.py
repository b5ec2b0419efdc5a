"""How good extraction is: hand-made annotations against what is found, in figures and in cases."""
