"""A drawing with fewer bytes: the same marks, their styles named once, and nothing that no mark refers to."""

import re

STYLE = re.compile(r' style="([^"]*)"')
IDENTIFIER = re.compile(r' id="([^"]*)"')
EMPTY = re.compile(r"<g[^>]*/>\s*|<g[^>]*>\s*</g>\s*")
FONT = re.compile(r"font-family:[^;\"]*;\s*|font: (\d+px)[^;\"]*;")
UNTURNED = re.compile(r' transform="rotate\(-0 [^)]*\)"')


def lean(svg: str) -> str:
    """Return the drawing of `components.briefing.chart.svg` as a smaller one; the page gives the font."""
    svg = UNTURNED.sub("", FONT.sub(lambda found: f"font-size: {found[1]};" if found[1] else "", svg))
    referred = set(re.findall(r'(?:href="#|url\(#)([^")]*)', svg))
    svg = IDENTIFIER.sub(lambda found: found[0] if found[1] in referred else "", svg)
    svg = re.sub(r"\s*\n\s*", " ", EMPTY.sub("", EMPTY.sub("", svg)))
    names: dict[str, str] = {}
    svg = STYLE.sub(lambda found: f' class="{names.setdefault(found[1], f"m{len(names)}")}"', svg)
    rules = "".join(f".{name}{{{style}}}" for style, name in names.items())
    # Inside the drawing, and first, so that a page may hold it as it is.
    return re.sub(r"(<svg[^>]*>)", lambda found: f"{found[1]}<style>{rules}</style>", svg, count=1)
