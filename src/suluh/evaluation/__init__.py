"""Judge: instruments as data, scores with intervals, fair ranks."""
