"""Pages of deadlines: clocks, the public calculator, the calendar."""
