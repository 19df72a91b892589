get_quote-intro = El presupuesto es gratis y no compromete a nada. Pregunto unas cosas para que salga bien a la primera; lo que no quieras decir, lo saltas.
get_quote-discount = Con { $fleet_size } bicis baja la tarifa: 4 % desde cinco de un modelo, 8 % desde diez, 12 % desde veinticinco.
get_quote-noted = Entendido, el presupuesto es ahora para { $fleet_size ->
    [one] una bici
   *[other] { $fleet_size } bicis
}.
get_quote-done = Gracias, es todo. Alguien del equipo redacta el presupuesto y lo envía en dos días laborables. Hasta entonces no hay nada pedido y aquí puedes cambiar lo que quieras.
