"""Work spread over the processors of this machine, for what only Python can read: names, XML, prose."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


class Do(Protocol):
    """``do(read, pieces)``: what ``read`` makes of each piece, in order."""

    def __call__(self, read: Callable[[In], Out], pieces: Iterable[In], /) -> Iterator[Out]: ...


@contextmanager
def workers(pieces: int) -> Iterator[Do]:
    """Processes for this many pieces of work: none where there is only one piece, or only one processor.

    What is worked on must be sent to another process: ``read`` is a function of a module. Never more pieces are taken
    from where they come from than keep every process busy.
    """
    count = min(pieces, os.cpu_count() or 1)
    if count < 2:
        yield map
        return
    from concurrent.futures import Future

    from loky import ProcessPoolExecutor

    # Processes started afresh: a copy of this one would share its engine's threads and locks. And loky's do not run the
    # caller's script a second time, so a person's own script needs no guard.
    with ProcessPoolExecutor(count) as pool:

        def do(read: Callable[[In], Out], given: Iterable[In], /) -> Iterator[Out]:
            waiting: deque[Future[Out]] = deque()
            for piece in given:
                waiting.append(pool.submit(read, piece))
                if len(waiting) > count:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

        yield do
