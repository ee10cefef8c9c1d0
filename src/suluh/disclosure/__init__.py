"""What the government makes public: the list (DIP), what is excluded from it and why, and who asks for what."""
