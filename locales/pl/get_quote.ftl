get_quote-intro = Oferta nic nie kosztuje i do niczego nie zobowiązuje. Zapytam o kilka rzeczy, żeby od razu była dobra; czego nie chcesz mówić, pomijasz.
get_quote-discount = Przy liczbie rowerów { $fleet_size } cena z cennika spada: 4% od pięciu sztuk jednego modelu, 8% od dziesięciu, 12% od dwudziestu pięciu.
get_quote-noted = Dobrze, oferta jest teraz na { $fleet_size ->
    [one] jeden rower
    [few] { $fleet_size } rowery
    [many] { $fleet_size } rowerów
   *[other] { $fleet_size } roweru
}.
get_quote-done = Dziękuję, to wszystko. Ktoś z zespołu napisze ofertę i wyśle ją w ciągu dwóch dni roboczych. Do tego czasu nic nie jest zamówione i wszystko można tu zmienić.
