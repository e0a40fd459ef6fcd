### Wat past bij wie, en waarom

setting-matching-connection-penalty = Hoeveel plaats iets verliest na elke reactie (procent)
setting-matching-connection-penalty-hint = Zo komt ook bovenaan waar nog niemand op reageerde. Kies 0 om dit uit te zetten.
