"""An extension of Sphinx: the directives helo-zone, helo-smtp and their like are widgets."""
from collections import defaultdict
from html import escape
from pathlib import Path
from docutils import nodes
from docutils.parsers.rst.directives import unchanged
from sphinx.util.docutils import SphinxDirective

class Widget(nodes.literal_block):
    """Where no HTML is made, it is the block of code that it holds."""

class WidgetDirective(SphinxDirective):
    """Its content, or the file that it names, in an element; each option is an attribute."""
    has_content, optional_arguments = True, 1
    option_spec = defaultdict(lambda: unchanged, name=unchanged)

    def run(self):
        text = "\n".join(self.content)
        if self.arguments:
            name, path = self.env.relfn2path(self.arguments[0])
            self.env.note_dependency(name)
            text = Path(path).read_text("utf-8")
        return [Widget(text, text, language="text", kind=self.name, words=self.options)]

def visit_widget(translator, node):
    words = [f' {n}="{escape(v or "")}"' for n, v in node["words"].items() if n[:2] != "on"]
    code = f'<div class="highlight"><pre>{escape(node.astext())}</pre></div>'
    block = f'<div class="highlight-text notranslate">{code}</div>'
    translator.body.append(f'<{node["kind"]}{"".join(words)}>{block}</{node["kind"]}>\n')
    raise nodes.SkipNode

def setup(app):
    def add_script(_):
        app.add_js_file(app.config.helo_world_site.rstrip("/") + "/embed.js", type="module")
    app.connect("builder-inited", add_script)
    app.add_config_value("helo_world_site", "/", "html")
    app.add_node(Widget, html=(visit_widget, None))
    for kind in ("zone", "smtp", "terminal", "transcript", "message", "lesson"):
        app.add_directive(f"helo-{kind}", WidgetDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
