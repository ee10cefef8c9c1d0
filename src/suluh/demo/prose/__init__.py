"""A small grammar of Indonesian government news, written for the demo."""
