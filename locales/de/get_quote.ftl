get_quote-intro = Ein Angebot kostet nichts und verpflichtet zu nichts. Ich frage ein paar Dinge, damit es gleich stimmt; was Sie nicht sagen möchten, überspringen Sie.
get_quote-discount = Bei { $fleet_size } Rädern sinkt der Listenpreis: 4 % ab fünf Stück eines Modells, 8 % ab zehn, 12 % ab fünfundzwanzig.
get_quote-noted = Gut, das Angebot gilt jetzt für { $fleet_size ->
    [one] ein Rad
   *[other] { $fleet_size } Räder
}.
get_quote-done = Danke, das ist alles. Jemand aus dem Team schreibt das Angebot und schickt es innerhalb von zwei Arbeitstagen. Bis dahin ist nichts bestellt, und Sie können hier alles noch ändern.
