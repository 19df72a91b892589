look_around-reply = Claro, mira con calma. Si te surge una pregunta, hazla sin más; aquí no hay que decidir nada.
