"""The commands of scripts/translations.py: they read arguments, call the core and print."""
