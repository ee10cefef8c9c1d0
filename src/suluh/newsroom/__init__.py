"""From a unit's submission to what the public reads: stories, their revisions, the desk, approval."""
