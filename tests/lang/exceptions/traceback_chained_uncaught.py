# Both kinds of chains in one trace.
def load():
    try:
        return {}["missing"]
    except KeyError as error:
        raise ValueError("bad config") from error


def main():
    try:
        load()
    except ValueError:
        print("cleaning up")
        raise RuntimeError("while handling")


main()
