goes-on-stays = Fijn, dat blijft staan: { $about }.
