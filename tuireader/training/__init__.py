"""Makes the weights of the model of names; not needed to read."""
