print("first", __package__)
name = "first name"
