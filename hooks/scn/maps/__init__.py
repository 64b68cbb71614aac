"""The map of the Member States."""
