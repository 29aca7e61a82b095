"""What a user can meet: one exception type, told apart by code.

The code is the message id ``error.<code>`` in the wording tables; the facts fill it in.
Everything that is not an `AppError` is our fault and ends with status 3 and a log.
"""


class AppError(Exception):
    """A mistake of the user or the environment, told in one clear line (exit status 2)."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code}({told})"
