find_a_bike-intro = Chętnie. Jedno lub dwa pytania i powiem konkretnie.
find_a_bike-pick = Do waszej pracy na początek { $product }: { $reasons }. Udźwignie do { $payload_kg }, na jednym ładowaniu przejedzie około { $range_km } i kosztuje { $price } netto, w leasingu { $lease } miesięcznie.
find_a_bike-pick_goods = Do takiego ładunku na początek { $product }: { $reasons }. Udźwignie do { $payload_kg }, na jednym ładowaniu przejedzie około { $range_km } i kosztuje { $price } netto, w leasingu { $lease } miesięcznie.
find_a_bike-pick_wide = Modelu dokładnie do tego nie ma, ale { $product } da radę: { $reasons }. Ładowność do { $payload_kg }, zasięg około { $range_km }, { $price } netto.
find_a_bike-exact = Z tego, co wiem, wychodzi { $product }: { $reasons }. Ładowność { $payload_kg }, zasięg { $range_km }, skrzynia { $box_volume_l }, { $price } netto. Czas budowy: około { $lead_time }.
find_a_bike-none_fits = Żaden nasz rower nie zrobi tego sam, wolę powiedzieć od razu. Często wystarcza Stadtwerker z ładownością { $stadtwerker-payload_kg }, przyczepa albo druga bateria; nasi ludzie to z tobą zaplanują: { $phone }.
find_a_bike-next = Jak idziemy dalej?
    .again = Co robimy dalej?
find_a_bike-after = Co teraz najbardziej pomoże?
    .again = Coś z tego, czy masz inne pytanie?
find_a_bike-around = Jasne. Pytaj, o co chcesz, zostaję tutaj.
find_a_bike-noted = Dobrze, czyli { $fleet_size ->
    [one] jeden rower
    [few] { $fleet_size } rowery
    [many] { $fleet_size } rowerów
   *[other] { $fleet_size } roweru
}.
