"""The screen: app, screens, widgets. Attributes come down, messages go up."""
