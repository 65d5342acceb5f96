serve-page = Zorgkring staat klaar: { $address }

command-menu = rooster open mijn plan uitnodigen exporteer instellingen help stop
command-rooster = Het rooster van deze week
command-open = Wat staat er open?
command-mijn = Mijn beurten
command-plan = Iets plannen
command-uitnodigen = Mensen uitnodigen
command-exporteer = Het rooster als bestand
command-instellingen = Herinneringen en stille uren
command-help = Wat kan ik zeggen?
command-stop = Ophouden met wat er gevraagd wordt
