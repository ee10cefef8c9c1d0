"""`suluh doctor`: what is wrong with this installation, in sentences that say what to do."""

from .diagnosis import Diagnosis, Level, bad, good, note

__all__ = ["Diagnosis", "Level", "bad", "good", "note"]
