# complex() of a str: where underscores may stand, and which of two complaints is made.
for text in [
    "1_1", "1__1", "_1", "1_", "1_1j", "ainf1_1", "1_1a", "1_.5", "1._5", "1e_5", "1_e5", "1\0", "1_1\0", "(1_1)", "(1_1", "( 1_0 + 2_0j )",
    "1 + 2j", "(1+2j)", " (1+2j) ", "((1+2j))", "1+-2j", "1j+2", "j", "+j", "-j", "1+j", "1-j", "nanj", "1+nanj", "-inf-infj", "1e5j", ".5j", "5.j", ".j",
    "1e400", "1e400j", "-1e-400j", "\u0661+\u0662j", "\u00a01\u3000", "1J", "1jj", "1+2", "", " ", "()", "\ud800", "infinityj", "\0_1", "_\0", "1_1\0_", "\ud800_1", "1_\ud800", "1_1\ud800", "1+infinityj", "0x1",
]:
    try:
        print(ascii(text), "=>", complex(text))
    except ValueError as error:
        print(ascii(text), "=>", error)
