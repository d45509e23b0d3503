"""Speed as ratios against a named peer in the same run: `make bench`."""

from benchmarks import costing, erlang, paper, tickets


def main() -> None:
    """Run every benchmark and print one line each."""
    for line in (*erlang.run(), *costing.run(), *tickets.run(), *paper.run()):
        print(line)


if __name__ == "__main__":
    main()
