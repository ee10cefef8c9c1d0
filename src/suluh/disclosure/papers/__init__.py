"""Letters of the information service: what each must say by its annex, and how it is set."""
