"""Is the page made for the phone in the citizen's hand?"""
