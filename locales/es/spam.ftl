spam-reply = Gracias, no buscamos eso. Este chat es para quien quiera saber algo de nuestras bicis.
