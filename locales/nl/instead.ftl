instead-stands = { $when } blijft staan.
instead-move = { $about }. Zal ik die verzetten naar { $when }?
