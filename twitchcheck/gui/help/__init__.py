"""The help window and what its pages say. Uses widgets and look."""
