from broken_circular import nothing
