"""The command line. One file a command group; everything heavy is imported inside the command that needs it."""

from __future__ import annotations

import sys


def main() -> None:
    """Run ``onrecord``. Exit status 0 done, 1 failed with one line on standard error, 2 usage."""
    from onrecord.cli.app import app
    from onrecord.errors import OnRecordError

    try:
        app()
    except OnRecordError as error:
        print(f"onrecord: {' '.join(str(error).split())}", file=sys.stderr)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        print("onrecord: stopped; nothing half-done was kept", file=sys.stderr)
        raise SystemExit(1) from None
    except BrokenPipeError:
        raise SystemExit(0) from None
