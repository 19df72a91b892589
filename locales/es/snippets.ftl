## Lo que ventas dice a menudo, con /say y la palabra que sigue a "snippet-". Sale con el nombre de quien
## lo dice y en el idioma de la otra persona. $rep habla, $name escucha.

snippet-hello = Hola, { $name }, soy { $rep }, de { $house }. He leído lo que has escrito aquí, así que no hace falta repetir nada.
snippet-checking = Prefiero mirarlo bien antes que adivinar. En cuanto lo sepa te escribo por aquí.
snippet-details = Para darte un precio exacto necesito tres cosas: cuántas bicis, qué llevarán casi siempre y por qué ciudad se moverán. Para empezar basta una idea.
snippet-offer = Estoy preparando tu presupuesto. Llega por correo en dos días laborables, es gratis y no compromete a nada.
snippet-ride = Lo más rápido para saberlo es dar una vuelta con tu propia carga. Es gratis y dura unos cuarenta minutos: en Graz están todos los modelos y, desde cinco bicis, vamos nosotros.
snippet-week = Si cuarenta minutos saben a poco: por 90 euros tienes una bici una semana de trabajo real, con entrega y recogida a menos de 100 km de Graz o Múnich. Si haces el pedido, te los descontamos.
snippet-away = Voy a estar un rato fuera. Si no puede esperar, mis compañeros están en el { $phone } o en { $email }, { $hours }.
snippet-thanks = Gracias por la charla, { $name }. Si luego surge algo, escribe aquí o llama al { $phone } y pregunta por { $rep }.
