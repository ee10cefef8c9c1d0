"""An application whose only job waits for a file: a job that can be caught in the middle."""
