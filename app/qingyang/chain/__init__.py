"""Labels in a row: what every place speaks for, and which label follows which.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), fitted elsewhere and read here.
"""
