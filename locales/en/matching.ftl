### What suits whom, and why

setting-matching-connection-penalty = How much place something loses after each response (per cent)
setting-matching-connection-penalty-hint = This way things nobody has responded to also come up. Choose 0 to switch this off.
