import sys

sys.path.insert(0, ".")

project = "Docs of somebody"
extensions = ["helo_world"]
helo_world_site = "https://YOUR-COPY/"
html_static_path = ["_static"]
html_css_files = ["helo-world.css"]
