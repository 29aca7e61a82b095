"""清样 Qingyang: from raw newspaper text to a print-ready bulletin (read app/README.md first)."""

__version__ = "0.1.0"
