"""Every read of the newsroom; each starts from what the person may see."""
