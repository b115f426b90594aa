print("fails starts")
1 / 0
