"""Notices without delay as values: templates, words, texts for each channel, documents of the alerting protocol."""
