"""Our two themes: quiet ground, one warm colour for what is due, red for what is late and nothing else."""

from textual.theme import Theme

DARK = Theme(
    name="followup-dark",
    primary="#7cc4ff",
    secondary="#8a9bb5",
    accent="#d7a6ff",
    foreground="#e4e8ee",
    background="#12161c",
    surface="#1a2028",
    panel="#222a34",
    success="#7fd6a0",
    warning="#f2c66d",
    error="#ff8f8f",
    dark=True,
    variables={
        "text-muted": "#9aa7b8",
        "text-success": "#7fd6a0",
        "text-warning": "#f2c66d",
        "text-error": "#ff8f8f",
        "panel-lighten-2": "#3a4553",
    },
)
LIGHT = Theme(
    name="followup-light",
    primary="#0a49a8",
    secondary="#5b6b82",
    accent="#7a3fb0",
    foreground="#1c2430",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e6e3da",
    success="#1d6b3f",
    warning="#8a5300",
    error="#b3261e",
    dark=False,
    variables={
        "text-muted": "#55606e",
        "text-success": "#1d6b3f",
        "text-warning": "#8a5300",
        "text-error": "#b3261e",
        "panel-lighten-2": "#b9b4a6",
    },
)
