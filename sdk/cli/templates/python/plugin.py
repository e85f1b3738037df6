"""{{name}}: {{purpose}}"""

from redress_sdk import Plugin

from .config import Config, check
{{imports}}

plugin = Plugin(Config, check=check, {{functions}})
