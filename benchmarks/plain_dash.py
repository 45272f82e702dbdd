"""The other comparison: a plain Dash page with the same chooser, buttons, heading, question and chart; run in an environment of its own."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def serve(charts: Path, port: int) -> None:
    """Serve the page on this machine until it is stopped, as Dash advises: not by its server for development."""
    # Here, because only the environment of its own has it.
    import waitress
    from dash import Dash, Input, Output, ctx, dcc, html

    held: list[dict[str, Any]] = json.loads(charts.read_text(encoding="utf-8"))
    names = [one["name"] for one in held]
    app = Dash(__name__)
    app.layout = html.Div(
        [
            dcc.Dropdown(names, names[0], id="issue", clearable=False),
            html.Button("Previous (left arrow)", id="previous"),
            html.Button("Next (right arrow)", id="next"),
            html.H1(id="heading"),
            html.P(id="question"),
            dcc.Graph(id="chart", config={"displayModeBar": False}),
        ]
    )

    # One callback, so that a button costs one way to the server as well.
    @app.callback(  # type: ignore[untyped-decorator]
        Output("issue", "value"), Output("heading", "children"), Output("question", "children"), Output("chart", "figure"),
        Input("previous", "n_clicks"), Input("next", "n_clicks"), Input("issue", "value"),
    )  # fmt: skip
    def show(_previous: int | None, _next: int | None, chosen: str) -> tuple[str, str, str, dict[str, Any]]:
        step = {"previous": -1, "next": 1}.get(str(ctx.triggered_id), 0)
        one = held[(names.index(chosen) + step) % len(names)]
        return one["name"], one["name"], one["question"], one["figure"]

    waitress.serve(app.server, host="127.0.0.1", port=port, threads=8, connection_limit=1000, _quiet=True)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]))
