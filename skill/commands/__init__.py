"""The commands of ``python -m skill``; each returns an exit status and only ``main`` exits."""
