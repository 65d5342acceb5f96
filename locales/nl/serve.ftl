serve-page = Zorgkring staat klaar: { $address }
serve-public = Zorgkring staat klaar op { $address } en luistert op { $here }. De gesprekspagina is er alleen zonder PUBLIC_URL en HOST.
serve-migrate-first = De database mist nog tabellen van deze versie. Voer eerst uit: python -m bot migrate
serve-no-database = De database is niet te bereiken; het programma blijft het proberen. Kijk DATABASE_URL na.

command-menu = rooster open mijn plan uitnodigen exporteer instellingen help stop
command-menu-groups = koppel ontkoppel
command-koppel = Toon hier wat er open is in jullie kring
command-ontkoppel = Toon hier niets meer
command-rooster = Het rooster van deze week
command-open = Wat staat er open?
command-mijn = Mijn beurten
command-plan = Iets plannen
command-uitnodigen = Mensen uitnodigen
command-exporteer = Het rooster als bestand
command-instellingen = Herinneringen en stille uren
command-help = Wat kan ik zeggen?
command-stop = Ophouden met wat er gevraagd wordt
