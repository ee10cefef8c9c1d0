"""Officers' shell: the frame of their pages, the navigation, components that every room composes pages from."""
