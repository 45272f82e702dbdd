"""What stands before the dashboard and looks at every request and every websocket, the server's own messages left aside."""

from __future__ import annotations

from abc import ABC, abstractmethod

from starlette.types import ASGIApp, Receive, Scope, Send


class Before(ABC):
    """Hands what is asked on to the next, `app`, or answers itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or one websocket; what else a server says, such as that it begins, goes on as it is."""
        await (self.answer if scope["type"] in ("http", "websocket") else self.app)(scope, receive, send)

    @abstractmethod
    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or one websocket."""
