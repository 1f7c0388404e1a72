"""How everything looks: tokens, style sheet, theme, painted marks, drawn figures. Uses no other room of the window."""
