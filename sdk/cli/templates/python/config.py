"""What the merchant sets for one binding. The descriptions are what merchants read."""

from redress_sdk import {{config_imports}}


@settings
class Config:
{{fields}}


def check(config: Config) -> list[Violation]:
    """Checks what the descriptions cannot say."""
    found = []
{{checks}}
    return found
