"""Words of the newsroom for templates."""
