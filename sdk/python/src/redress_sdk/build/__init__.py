"""From a plugin's sources to a component. `redress-plugin build` runs `python -m redress_sdk.build`."""
