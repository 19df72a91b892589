compliment-reply = Gracias, lo paso al taller. Les gusta oírlo.
