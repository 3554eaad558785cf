"""Pictures of the screen, to notice when it looks different."""
