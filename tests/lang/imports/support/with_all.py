__all__ = ["shown", "also"]
shown, also, not_shown = 1, 2, 3
