"""The chat page over HTTP: its routes, who may reach it, and (in static/) what the browser runs."""
