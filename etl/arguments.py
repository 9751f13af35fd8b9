"""What the commands of the project read from a call in the same way."""

import argparse
from datetime import date


def day(text: str) -> date:
    """Return an ISO day of the command line; argparse tells the caller what is wrong with another."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day written as 2020-01-28") from error
