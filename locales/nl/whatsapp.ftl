# What stands around a message on WhatsApp.

whatsapp-list-button = Kies
whatsapp-file = { $name }: { $link }
