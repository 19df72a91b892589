find_a_bike-intro = Gladly. One or two questions, then I can be specific.
find_a_bike-pick = For your work I would start with the { $product }: { $reasons }. It carries up to { $payload_kg }, goes about { $range_km } on a charge and costs { $price } net, or { $lease } a month on lease.
find_a_bike-pick_goods = For what you carry I would start with the { $product }: { $reasons }. It takes up to { $payload_kg }, goes about { $range_km } on a charge and costs { $price } net, or { $lease } a month on lease.
find_a_bike-pick_wide = No model is made for exactly that, but the { $product } can do it: { $reasons }. It carries up to { $payload_kg }, goes about { $range_km } on a charge and costs { $price } net.
find_a_bike-exact = With what you told me, the { $product } it is: { $reasons }. Payload { $payload_kg }, range { $range_km }, box { $box_volume_l }, { $price } net. We build it in about { $lead_time }.
find_a_bike-none_fits = No bike of ours does that on its own; I would rather say so now. Often a { $stadtwerker-payload_kg } Stadtwerker, a trailer or a second battery solves it, and our people plan that with you: { $phone }.
find_a_bike-next = How would you like to go on?
    .again = Which of these shall we do next?
find_a_bike-after = What would help you most now?
    .again = What shall be next: one of these, or another question?
find_a_bike-around = Of course. Ask me anything that comes up, I stay here.
find_a_bike-noted = Got it, { $fleet_size ->
    [one] one bike
   *[other] { $fleet_size } bikes
} then.
