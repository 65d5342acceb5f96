# Who is not in the circle yet, put on a shift
expected-confirm = { $about }, staat nog open. { $name } zit nog niet in de kring. Zal ik { $name } er alvast op zetten?
