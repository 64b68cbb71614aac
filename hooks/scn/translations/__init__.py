"""How current each translation is: pins, snapshots, comparison of blocks, states.

State is computed from files alone, without Git, clock or network, and only shown elsewhere.
"""
