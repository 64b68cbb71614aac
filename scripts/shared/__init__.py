"""What several commands do alike: they import this, and never each other."""
