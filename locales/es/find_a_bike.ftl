find_a_bike-intro = Con gusto. Una o dos preguntas y puedo ser concreto.
find_a_bike-pick = Para vuestro trabajo empezaría por { $product }: { $reasons }. Lleva hasta { $payload_kg }, hace unos { $range_km } con una carga y cuesta { $price } sin IVA, o { $lease } al mes en leasing.
find_a_bike-pick_goods = Para lo que lleváis empezaría por { $product }: { $reasons }. Carga hasta { $payload_kg }, hace unos { $range_km } con una carga de batería y cuesta { $price } sin IVA, o { $lease } al mes en leasing.
find_a_bike-pick_wide = Justo para eso no hay modelo, pero { $product } puede con ello: { $reasons }. Lleva hasta { $payload_kg }, hace unos { $range_km } con una carga y cuesta { $price } sin IVA.
find_a_bike-exact = Con lo que me has contado, { $product }: { $reasons }. Carga { $payload_kg }, autonomía { $range_km }, cajón de { $box_volume_l }, { $price } sin IVA. La fabricamos en unas { $lead_time }.
find_a_bike-none_fits = Ninguna bici nuestra lo hace sola, prefiero decirlo ya. A menudo se resuelve con una Stadtwerker de { $stadtwerker-payload_kg }, un remolque o una segunda batería, y nuestra gente lo planifica contigo: { $phone }.
find_a_bike-next = ¿Cómo quieres seguir?
    .again = ¿Qué hacemos ahora?
find_a_bike-after = ¿Qué te ayudaría más ahora?
    .again = ¿Seguimos con algo de esto, o tienes otra pregunta?
find_a_bike-around = Claro. Pregúntame lo que vaya surgiendo, aquí sigo.
find_a_bike-noted = Entendido, { $fleet_size ->
    [one] una bici
   *[other] { $fleet_size } bicis
} entonces.
