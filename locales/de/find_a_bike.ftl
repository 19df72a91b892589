find_a_bike-intro = Gern. Eine oder zwei Fragen, dann kann ich konkret werden.
find_a_bike-pick = Für Ihre Arbeit würde ich mit dem Modell { $product } anfangen: { $reasons }. Es trägt bis zu { $payload_kg }, kommt mit einer Ladung etwa { $range_km } weit und kostet { $price } netto, im Leasing { $lease } im Monat.
find_a_bike-pick_goods = Für Ihre Ladung würde ich mit dem Modell { $product } anfangen: { $reasons }. Es trägt bis zu { $payload_kg }, kommt mit einer Ladung etwa { $range_km } weit und kostet { $price } netto, im Leasing { $lease } im Monat.
find_a_bike-pick_wide = Genau dafür ist kein Modell gebaut, aber { $product } schafft es: { $reasons }. Bis zu { $payload_kg } Zuladung, etwa { $range_km } Reichweite, { $price } netto.
find_a_bike-exact = Nach allem, was Sie gesagt haben: { $product }. { $reasons }. Zuladung { $payload_kg }, Reichweite { $range_km }, Box { $box_volume_l }, { $price } netto. Bauzeit etwa { $lead_time }.
find_a_bike-none_fits = Das schafft keines unserer Räder allein, das sage ich lieber gleich. Oft löst es ein Stadtwerker mit { $stadtwerker-payload_kg } Zuladung, ein Anhänger oder ein zweiter Akku; unsere Leute planen das mit Ihnen: { $phone }.
find_a_bike-next = Wie möchten Sie weitermachen?
    .again = Was davon machen wir als Nächstes?
find_a_bike-after = Was hilft Ihnen jetzt am meisten?
    .again = Womit geht es weiter: damit, oder mit einer anderen Frage?
find_a_bike-around = Gern. Fragen Sie einfach, wenn etwas auftaucht, ich bleibe hier.
find_a_bike-noted = Gut, dann { $fleet_size ->
    [one] ein Rad
   *[other] { $fleet_size } Räder
}.
