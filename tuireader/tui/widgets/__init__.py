"""The panes of a screen; each draws the values it is given."""
