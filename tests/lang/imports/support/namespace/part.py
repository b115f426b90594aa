location = "namespace part"
