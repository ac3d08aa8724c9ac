"""An IRS e-file return as a tree: parsed without trust, addressed by path.

No network, no DTD, no entity is ever resolved, and a file that declares one is refused: no return has any.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from onrecord.errors import FormatError
from onrecord.sources.format import RawRecord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from onrecord.sources.opened import Opened

STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")


def parse(opened: Opened) -> _Element:
    """The ``Return`` element; FormatError for XML that is cut short, declares entities, or is something else."""
    from lxml import etree

    # The text is UTF-8 whatever its declaration says: it was recoded when it was opened.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, encoding="utf-8"
    )
    if "<!DOCTYPE" in opened.head or "<!ENTITY" in opened.head:
        raise _declares_entities(opened)
    try:
        tree = etree.parse(str(opened.text), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or None
        raise FormatError(
            f"the XML is not whole: {error.msg}", path=opened.path, line=line, advice="download it again"
        ) from error
    if tree.docinfo.internalDTD is not None:
        raise _declares_entities(opened)
    root = tree.getroot()
    if tag(root) != "Return":
        raise FormatError(f"the root element is {tag(root)}, not Return", path=opened.path)
    return root


def _declares_entities(opened: Opened) -> FormatError:
    advice = "no return has any; download it again from the IRS"
    return FormatError("the XML declares a document type or entities", path=opened.path, advice=advice)


def tag(element: _Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def find_all(element: _Element, path: str) -> list[_Element]:
    """The elements at ``A/B/C`` below ``element``, in its own namespace."""
    space = str(element.tag).rpartition("}")[0] + "}" if "}" in str(element.tag) else ""
    return element.findall("/".join(space + step for step in path.split("/")))


def first(element: _Element, paths: Sequence[str]) -> _Element | None:
    """The first element at the first of several paths that exists."""
    return next((found[0] for path in paths if (found := find_all(element, path))), None)


def text(element: _Element | None, paths: Sequence[str] = ()) -> str | None:
    """The text at the first of several paths (of the element itself if none is given), on one line; None if blank."""
    found = first(element, paths) if paths and element is not None else element
    return (" ".join((found.text or "").split()) or None) if found is not None else None


def path_of(element: _Element) -> str:
    """The path below ``Return``, with an index where an element has siblings of its name: ``A/B[3]``."""
    path: str = element.getroottree().getelementpath(element)
    return "" if path == "." else re.sub(r"\{[^}]*\}", "", path)


def at(root: _Element, path: str) -> _Element | None:
    """The element at a path that ``path_of`` gave, or None."""
    element: _Element | None = root
    for step in path.split("/"):
        parts = STEP.fullmatch(step)
        if not parts or element is None:
            return None
        same = find_all(element, parts[1])
        position = int(parts[2] or 1) - 1
        element = same[position] if 0 <= position < len(same) else None
    return element


def raw_record(element: _Element) -> RawRecord:
    """The leaves of an element as fields, and its XML. A leaf of a group is shown with its group."""
    from lxml import etree

    group = element
    if not len(element) and path_of(element).count("/") > 2 and (parent := element.getparent()) is not None:
        group = parent
    xml = etree.tostring(group, encoding="unicode", with_tail=False)
    return RawRecord(tuple(_leaves(group)), re.sub(r' xmlns(:\w+)?="[^"]*"', "", xml))


def _leaves(group: _Element) -> Iterator[tuple[str, str]]:
    nodes: list[Any] = [node for node in group.iter() if isinstance(node.tag, str)]
    for leaf in nodes:
        if not len(leaf):
            name = path_of(leaf).removeprefix(path_of(group)).lstrip("/") or tag(leaf)
            yield name, leaf.text or ""
