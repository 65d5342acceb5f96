day-hello = Goedemorgen { $name }.
day-for = Vandaag voor { $recipient }:
