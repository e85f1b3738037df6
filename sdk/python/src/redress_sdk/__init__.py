"""Write after-sales rules for Redress in Python. Start with `Plugin` and `settings`."""

from . import types
from .call import Call, Crypto, History, Log, Parameter
from .config import NoConfig, setting, settings
from .errors import CryptoError, HistoryError, RuleError
from .gateway import Settlement
from .money import MAX_MINOR, MoneyError, minor_digits
from .plugin import Plugin
from .rng import Rng
from .types import *

__all__ = [
    "MAX_MINOR",
    "Call",
    "Crypto",
    "CryptoError",
    "History",
    "HistoryError",
    "Log",
    "MoneyError",
    "NoConfig",
    "Parameter",
    "Plugin",
    "Rng",
    "RuleError",
    "Settlement",
    "minor_digits",
    "setting",
    "settings",
]
__all__ += types.__all__
