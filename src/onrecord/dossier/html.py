"""One self-contained HTML page: no network, no script needed, nothing in it but text.

Everything a story, a record or a casebook says is shown as text: autoescape is on, only whole ``http(s)`` addresses
become links, and characters that reorder or hide text are isolated and shown by their code point. The page forbids
itself every request and every script but its own (Content-Security-Policy, by hash).
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord.dossier.views import STATUSES, DossierView
from onrecord.dossier.words import counted, label, quoted
from onrecord.errors import OnRecordError
from onrecord.vocabulary import GRADES

_BIDI: Final = "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides, isolates: they reorder what follows
_HIDDEN: Final = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_BIDI}\ud800-\udfff]")
_WEB_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][!-~]*)?", re.ASCII)
_EXCERPT: Final = 180  # characters of a claim in the summary table; its card holds it in full


def render(view: DossierView) -> str:
    """Return the page for ``view`` as HTML text."""
    style, script = _asset("dossier.css"), _asset("dossier.js")
    return _environment().get_template("dossier.html.jinja").render(
        view=view,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        statuses=STATUSES,
        grades=GRADES,
    )  # fmt: skip


def write(view: DossierView, path: Path) -> None:
    """Write the page to ``path``: whole, or not at all, so that a reader never opens half a dossier.

    Raises OnRecordError where the file cannot be written.
    """
    page = render(view).encode("utf-8", "xmlcharrefreplace")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(page)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise OnRecordError(
            f"cannot write the dossier: {reason}", path=path, advice="name a file in a folder that you may write to"
        ) from error


def visible(text: str) -> Markup:
    """Return ``text`` escaped, with reordering and control characters isolated and shown by their code point."""
    return Markup(_HIDDEN.sub(_shown, str(escape(text))))


def isolated(text: object) -> Markup:
    """Return :func:`visible` text set apart, so that its writing direction never reaches the words around it."""
    return Markup("<bdi>{}</bdi>").format(visible(str(text)))


def web_address(text: str) -> Markup:
    """Return a link where ``text`` is one plain http(s) address, and text otherwise."""
    if not _WEB_ADDRESS.fullmatch(text):
        return isolated(text)
    return Markup('<a href="{0}" rel="noreferrer noopener">{0}</a>').format(text)


def excerpt(text: str) -> str:
    """Return the first words of ``text`` on one line, cut between words where it is long."""
    line = " ".join(text[: _EXCERPT * 2].split())
    if len(line) <= _EXCERPT and len(text) <= _EXCERPT * 2:
        return line
    return line[:_EXCERPT].rsplit(" ", 1)[0] + " …"


def _shown(match: re.Match[str]) -> str:
    point = f"U+{ord(match[0]):04X}"
    kept = match[0] if re.match(f"[{_BIDI}]", match[0]) else ""
    return f'<bdi class="ctl" data-c="{point}" title="{point}, a hidden character">{kept}</bdi>'


def _asset(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.dossier", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "counted": counted,
        "excerpt": excerpt,
        "quoted": quoted,
        "typed": visible,
        "t": isolated,
        "web": web_address,
    }
    tables = ("status", "status_meaning", "grade", "grade_meaning", "stance", "type", "reason", "outcome", "alignment")
    environment.filters |= {f"{table}_word": partial(label, table=table) for table in tables}
    return environment
