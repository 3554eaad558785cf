"""Makes `python -m tuireader` the same as `tuireader`."""

import sys

from tuireader.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
