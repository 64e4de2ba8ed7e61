"""A hook of MkDocs: fenced blocks such as ```helo-zone name="example.com" become widgets."""
import re
from html import escape, unescape

KINDS = "zone|smtp|terminal|transcript|message|lesson"
FENCE = re.compile(r"^([ \t]*)((`|~)\3{2,})([^\n]*)\n(.*?)^[ \t]*\2\3*[ \t]*$", re.M | re.S)
INFO = re.compile(rf"(helo-(?:{KINDS}))(?:\s+(.*))?$", re.S)
WORD = re.compile(r"""([a-z][\w-]*)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?""", re.I)
PLACE = re.compile(r"(?:<p>)?\s*helo8world8(\d+)8\s*(?:</p>)?")


def on_config(config):
    site = config["extra"].get("helo_world")
    if not site:
        raise SystemExit("helo_world: say where the playground is, below extra: in mkdocs.yml.")
    config["extra_javascript"].append(site.rstrip("/") + "/embed.js")
    return config


def on_page_markdown(markdown, page, **_):
    """Puts widgets aside, so that Markdown leaves alone what they hold."""
    page.helo_widgets = []

    def put_aside(fence):
        indent, _, _, info, text = fence.groups()
        found = INFO.match(unescape(info.strip()))
        if not found:
            return fence.group()
        words = [(name, a or b or c) for name, a, b, c in WORD.findall(found[2] or "")]
        attributes = "".join(f' {n}="{escape(v)}"' for n, v in words if n[:2].lower() != "on")
        code = f"<pre><code>{escape(re.sub('^' + indent, '', text, flags=re.M))}</code></pre>"
        page.helo_widgets.append(f"<{found[1]}{attributes}>{code}</{found[1]}>")
        return f"\n{indent}helo8world8{len(page.helo_widgets) - 1}8\n"

    return FENCE.sub(put_aside, markdown)


def on_page_content(html, page, **_):
    return PLACE.sub(lambda place: page.helo_widgets[int(place[1])], html)
