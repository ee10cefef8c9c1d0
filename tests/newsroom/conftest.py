import pytest


@pytest.fixture(autouse=True)
def files(own_files: None) -> None:
    """Stories of these tests carry files of their own."""
