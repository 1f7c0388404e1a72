"""The recipes of the packages, as far as they can be judged without building one."""
