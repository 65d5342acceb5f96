# The region of the school holidays.
region-which = In welke regio zijn de schoolvakanties bij { $recipient }?
region-kept = Genoteerd: de schoolvakanties van regio { $region }.
region-may-not = De regio van de schoolvakanties zet wie de kring regelt.
plan-doubt-region = In welke regio zijn de schoolvakanties? Dan laat ik de goede weken vrij.

button-region-noord = Regio noord
button-region-midden = Regio midden
button-region-zuid = Regio zuid
button-region-none = Weet ik niet
