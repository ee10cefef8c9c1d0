"""Every read of the channels; each starts from what the person may see."""
