# The Mandelbrot set in characters, with complex numbers.
def escape(c, limit=50):
    z = 0
    for n in range(limit):
        z = z * z + c
        if abs(z) > 2:
            return n
    return limit


for row in range(-6, 7):
    print("".join(" .:-=+*#%@"[escape(complex(col / 16 - 0.6, row / 5)) * 9 // 50] for col in range(-26, 20)))
