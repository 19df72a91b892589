## Lo que el bot dice y entiende en cualquier casa.

welcome-hello = Hola, soy { $bot_name }, el asistente digital de { $house }: un bot, no una persona. Respondo preguntas sobre productos y precios, ayudo a elegir y anoto lo que el equipo deba saber. Si prefieres hablar con una persona: { $phone } o { $email }, { $hours }. Escribe sin más lo que quieras saber.
welcome-brief = Soy { $bot_name }, el asistente digital de { $house }: un bot. Una persona te atiende en el { $phone } o en { $email }.
    .person = Soy { $bot_name }, el asistente digital de { $house }: un bot.

human-open = Ahora mismo puedes hablar con nuestro equipo: llama al { $phone } o escribe a { $email }. Horario: { $hours }.
human-closed = En este momento no hay nadie en la oficina. Horario: { $hours }, teléfono { $phone }. Los correos a { $email } se leen el siguiente día laborable.
human-heard = Te llamamos: { $callback_time }.
human-offer = ¿Anoto una hora para que te llamemos?
human-no_call = De acuerdo, sin llamada. Nos encuentras cuando te venga bien en el { $phone } o en { $email }.

privacy-about = Guardo lo que escribes aquí y lo que se deduce de ello (por ejemplo, cuántas unidades necesitas), para que no tengas que repetirlo y el equipo pueda ayudarte. No se vende ni se pasa a nadie. Si no dejas datos de contacto, se borra solo pasado un tiempo. Más: { $web }
privacy-next = ¿Quieres que lo borre?

forget-sure = ¿Borro todo lo que sé de ti, esta conversación incluida? No se puede recuperar.
forget-kept = De acuerdo, todo se queda como está.
forget-done = Hecho. Todo lo tuyo está borrado. Si vuelves a escribir, empezamos de cero.

stop-done = Entendido. No te escribiremos más por iniciativa nuestra. Si escribes aquí, te sigo respondiendo, y una persona te atiende en el { $phone } o en { $email }.
    .kept_out = Entendido. No te escribiremos más por iniciativa nuestra. Puedes escribirnos a { $email }.

robot-reply = Sí, soy un bot: un programa con respuestas que la gente de { $house } ha escrito y revisa. Lo que no sé, lo digo. Una persona te atiende en el { $phone }.
thanks-reply = De nada.
insult-reply = Suena a que no he servido de ayuda, lo siento. Dímelo con otras palabras o habla con nuestra gente: { $phone }, { $email }.
small_talk-reply = En un bar sería mala compañía: conozco los productos de { $house } y poco más. Eso sí, esos los conozco bien.
how_are_you-reply = Todo rueda, gracias. Espero que tu día también vaya bien.
bye-reply = Hasta luego y gracias por la charla. Aquí estoy cuando quieras seguir.
greeting-reply = Hola de nuevo. Escribe sin más lo que quieras saber.
help-reply = Puedes preguntarme por productos, precios y condiciones, pedirme que compare o decirme qué necesitas y te propongo algo. "Atrás", "saltar", "empezar de nuevo" y "hablar con el equipo" funcionan siempre. Una persona: { $phone }, { $email }.

fallback-rephrase = No lo he entendido. ¿Me lo dices de otra manera, quizá más corto?
fallback-choices = Sigo sin entenderlo, perdona. Puedes seguir con otra pregunta, empezar de nuevo o acudir a una persona.
fallback-human = No quiero hacerte perder el tiempo adivinando. Nuestra gente sí te entenderá: { $phone } o { $email }, { $hours }.

repair-again = Eso no acaba de responder a mi pregunta.
repair-range = Aquí solo puedo apuntar un número entre { $min } y { $max }.
repair-either = Solo para asegurarme: ¿te refieres a { $first } o a { $second }?
repair-human = No hace falta resolverlo ahora. Puedes saltar la pregunta, o te ayuda una persona: { $phone }.
clarify-one = No estoy del todo seguro. ¿Te refieres a esto?
clarify-which = Quiero estar seguro de haberte entendido. ¿A cuál de estas cosas te refieres?
clarify-product = ¿De qué producto se trata?

choose-again = ¿Cuál prefieres?
repair-choose = No sé a cuál te refieres. Quizá a una de estas, o pregúntame otra cosa.
repair-gone = Aquello en lo que estábamos ha cambiado, así que prefiero no seguir por ahí. Dime qué necesitas.
repair-old_button = Ese botón es de antes y ya no lleva a ninguna parte. Dime qué necesitas.
choice-left = De acuerdo. Aquí estoy para lo que quieras saber.
skip-left = De acuerdo, lo dejamos ahí.
why-general = Para proponerte lo que encaja y nada más. No hace falta que contestes.
value-alone = { $value }
hours-none = con cita

resume-flow = Volviendo a lo nuestro:
resume-days = Me alegra leerte otra vez. Nos habíamos quedado aquí:
correct-noted = Anotado. { $slot }: { $value }.
noted-slots = Anotado: { $list }.
correct-what = Lo corrijo con gusto. Dime el valor bueno, por ejemplo "12 en vez de 15".
back-nothing = Antes de esto no hay nada.
skip-not_possible = Sin este dato no puedo seguir. Eso sí, puedes dejarlo todo cuando quieras.
why-nothing = Ahora no hay ninguna pregunta abierta, así que no tienes que decirme nada.
repeat-nothing = Todavía no he dicho nada.
start_over-done = Bien, empezamos de cero. Lo que sabía de esta conversación queda aparte.
language-changed = Claro, seguimos en español.
language-which = ¿Qué idioma prefieres?
language-not_served = Lo siento, ese idioma no lo hablo.
apology = Algo ha fallado por nuestra parte. Tu mensaje está guardado; prueba de nuevo en un momento, por favor, o llama al { $phone }.
unanswered = Eso no lo sé y prefiero no adivinar. He apuntado tu pregunta para el equipo. Si necesitas respuesta hoy: { $phone } o { $email }.
unanswered-other = La otra pregunta no la he entendido. ¿Me la escribes de otra forma, ella sola?
too_long = Es más de lo que puedo leer de una vez. ¿Me mandas lo principal en unas pocas frases?
not_text = De momento solo leo texto. Escríbelo con palabras, por favor.
handoff-asked = Acabo de avisar a nuestro equipo, y alguien te escribirá aquí mismo. Mientras tanto, pregúntame lo que quieras.
    .wait = Acabo de avisar a nuestro equipo; normalmente alguien te escribe aquí mismo en { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    }. Mientras tanto, pregúntame lo que quieras.
    .closed = El equipo verá aquí tu petición, y mientras tanto puedes preguntarme lo que quieras.
handoff-held = Aquí ya hablas con { $rep }, de nuestro equipo; le he dicho que has preguntado.
handoff-media = Yo no puedo verlo, pero lo guardo: lo recibirá la persona de nuestro equipo que te atienda, con todo lo demás que envíes.
handoff-stuck = También he pedido a alguien de nuestro equipo que mire esto.
    .closed = También lo he anotado para nuestro equipo, que lo verá cuando vuelva.
gate-banned = Nuestro equipo ha cerrado este chat, así que aquí ya no se responde. Puedes escribirnos a { $email }. «Basta» y las preguntas sobre tus datos se siguen atendiendo.
gate-young = Aquí solo atendemos a cuentas que existen desde hace algún tiempo. Nos encuentras en el { $phone } o en { $email }.
gate-repeating = Esto ya lo he leído varias veces y mi respuesta es la misma. Dilo con otras palabras, o habla con nuestro equipo: { $phone } o { $email }.
handoff-offer = Por cierto, cuando quieras puede seguir contigo alguien del equipo. ¿Te vendría bien?
option-time = { $time }
time-over = Esa hora ya ha pasado.
appointment-moved = A esa hora no hay nadie. La siguiente hora a la que hay alguien: { $value }.
callback-noted = Anotado: te llamamos { $callback_time-on }. Si te surge algo, estamos en el { $phone }.
callback-noted_soon = Anotado: te llamamos en cuanto alguien esté libre. Si te surge algo, estamos en el { $phone }.

catalogue-fact = { $product }, { $attribute }: { $value }.
catalogue-fact-yes = Sí, { $product }: { $attribute } incluido.
catalogue-fact-no = No, { $product } viene sin: { $attribute }.
catalogue-fact-unknown = De { $product } no tengo ningún dato sobre { $attribute }. El equipo lo sabe: { $phone }.
catalogue-fact-all = Aquí tienes por modelo, { $attribute }:{ $list }
catalogue-compare-intro = { $first } y { $second }, uno al lado del otro:
catalogue-compare-line = { $product }: { $list }.
catalogue-which = Esto encaja ({ $kind }):{ $list }
catalogue-which-none = Nada de lo nuestro ({ $kind }) cumple exactamente eso.
catalogue-nearest = Lo que más se acerca es { $product }, { $attribute }: { $value }.
catalogue-most = Sería { $product }, { $attribute }: { $value }.
catalogue-price-for = { $count } × { $product } a { $unit_price } cada uno suman { $total }.
catalogue-price-for-discounted = { $count } × { $product } a { $unit_price } de tarifa, menos { $percent } por cantidad, suman { $total }.
catalogue-total-for = { $count } × { $product }, { $attribute }: { $unit_price } cada uno, { $total } en total.
catalogue-about = { $product }: { $about }. Precio: { $price }.
catalogue-list = Lo que tenemos, { $kind }:{ $list }
catalogue-which_product = ¿A qué modelo te refieres?

recommend-still = { $product } sigue encajando: { $reasons }.
reason-attribute = { $attribute } { $value }
reason-good_for = pensada justo para eso

option-yes = Sí
    .said =
        sí
        claro
        vale
        por supuesto
        sí, por favor
        venga
        de acuerdo
        desde luego
option-no = No
    .said =
        no
        no, gracias
        mejor no
        no hace falta
        qué va
        para nada
        no quiero
option-human = Hablar con el equipo
    .said =
        el equipo
        alguien de vosotros
        con alguien del equipo
option-skip = Saltar la pregunta
    .said =
        saltar esta
        dejarla en blanco
option-call_back = Anotar una llamada
    .said =
        llamadme
        llámame
        que me llamen
        llámenme
        anota una hora
        sí, llamadme
        que me llamen luego
        apunta la llamada
        una llamada
option-go_on = Seguir aquí
    .said =
        seguir
        sigamos
        continuar aquí
        seguimos por aquí
        está bien así
option-first_reading = Lo primero
option-second_reading = Lo segundo
option-start_over = Empezar de nuevo
    .said =
        empezar otra vez
        de nuevo por favor
option-none_of_these = Nada de esto
    .said =
        ninguna
        ninguno de estos
        ni una cosa ni otra
        otra distinta
option-delete = Borrar mis datos
    .said =
        bórralo
        bórralos
        elimínalo todo

ask-language = ¿En qué idioma quieres escribir?
    .label = Idioma
option-language_en = English
    .said =
        inglés
        en inglés
        english
option-language_de = Deutsch
    .said =
        alemán
        en alemán
        deutsch
option-language_es = Español
    .said =
        español
        en español
        castellano
option-language_pl = Polski
    .said =
        polaco
        en polaco
        polski

intent-stop = No me escribáis más
    .said =
        stop
        parad ya
        dame de baja
        darme de baja
        no me escribáis más
        no quiero recibir más mensajes
        dejadme en paz
        dejad de escribirme
        no me contactéis más
        quitadme de la lista
        no quiero más publicidad
        no me mandéis nada más
        cancelar suscripción
        basta de mensajes
intent-human = Prefiero hablar con una persona
    .said =
        no, por teléfono
        mejor por teléfono
        no quiero correo, prefiero una llamada
        con una llamada me basta
        mandadme un whatsapp
        contactad conmigo
        cómo contacto con alguien
        me gustaría hablar con un empleado
        dejadme hablar con alguien del equipo
        dame una persona
        quiero hablar con alguien
        me puede llamar alguien
        pásame con un comercial
        necesito hablar con un humano
        quiero a una persona de carne y hueso
        cuál es vuestro teléfono
        cómo os puedo llamar
        prefiero que me atienda alguien por teléfono
        ponme con una compañera tuya
        agente
        un asesor por favor
        quiero que me llaméis
        tenéis un correo electrónico
        número de contacto
        atención al cliente
        con quién puedo hablar
        llámame el jueves por la tarde
        me podéis dar un toque por la mañana
        que me llame alguien a las diez
        llamadme a este número
intent-back = Volver un paso
    .said =
        atrás
        volver
        vuelve atrás
        la pregunta anterior
        un paso atrás
        quiero cambiar lo de antes
        retrocede
        volvamos a la anterior
intent-why = Por qué se pregunta eso
    .said =
        por qué
        por qué lo preguntas
        para qué lo necesitas
        para qué quieres saberlo
        y eso a qué viene
        qué más te da
        con qué fin
        por qué motivo
intent-skip = Dejar esta pregunta
    .said =
        prefiero no dar mi correo
        no doy mi número
        saltar
        siguiente
        pasa a la siguiente
        paso
        prefiero no decirlo
        no lo sé todavía
        ni idea
        no quiero contestar a eso
        sáltatela
        aún no lo tengo claro
intent-repeat = Decirlo otra vez
    .said =
        repite
        otra vez
        cómo dices
        qué has dicho
        no me he enterado
        lo puedes repetir
        dilo otra vez
        perdona, cómo
intent-start_over = Empezar de cero
    .said =
        empezar de nuevo
        desde el principio
        reiniciar
        empecemos de cero
        volver a empezar
        nueva conversación
        borrón y cuenta nueva
        reset
intent-change_language = Otro idioma
    .said =
        podemos hablar en inglés
        hablas alemán
        cambiar de idioma
        en polaco por favor
        otro idioma
        qué idiomas hablas
        prefiero en inglés
        en español por favor
        háblame en castellano
intent-privacy = Qué pasa con mis datos
    .said =
        qué sabes de mí
        qué datos tenéis míos
        qué guardáis de mí
        protección de datos
        qué hacéis con mis datos
        política de privacidad
        rgpd
        quién lee esta conversación
        le dais mis datos a otros
        cuánto tiempo guardáis la información
        se graba este chat
intent-forget = Borrar todo lo mío
    .said =
        borra mis datos
        olvídame
        eliminad todo lo que tengáis sobre mí
        quiero que borréis mi información
        derecho al olvido
        suprimir mis datos personales
        borra mi teléfono y mi nombre
        elimina esta conversación
intent-cancel = Déjalo
    .said =
        déjalo
        olvídalo
        da igual ya
        no importa
        cancelar
        ya no hace falta
        dejémoslo
        nada déjalo
intent-correct = Corregir algo
    .said =
        me he equivocado
        eso está mal
        hay un error
        quiero corregir una cosa
        lo has apuntado mal
        yo no he dicho eso
        lo he escrito mal
        puedo cambiar un dato
intent-robot = Quién escribe aquí
    .said =
        eres un robot o una persona
        esto es un robot
        eres un robot
        eres un bot
        estoy hablando con una máquina
        eres una persona real
        eres humano
        esto es automático
        eres una inteligencia artificial
        quién me contesta
        hay una persona al otro lado
intent-thanks = Gracias
    .said =
        gracias
        muchas gracias
        mil gracias
        te lo agradezco
        muy amable, gracias
        gracias por la información
        ok gracias
        se agradece
intent-insult = Estoy enfadado con esto
    .said =
        qué pesado eres
        me estás hartando
        no seas tan insistente
        esto cansa ya
        eres imbécil
        vaya máquina estúpida
        eres tonto
        idiota
        no sirves para nada
        vaya mierda de bot
        imbécil
        cállate
        eres un inútil
        qué bot más torpe
        menuda porquería
intent-greeting = Hola
    .said =
        ya estoy aquí otra vez
        he vuelto
        hola
        buenas
        buenos días
        buenas tardes
        buenas noches
        qué hay
        hola otra vez
        muy buenas
        ey
        hola, hay alguien por aquí
        hay alguien
intent-how_are_you = Qué tal
    .said =
        qué tal
        cómo estás
        cómo va todo
        qué tal el día
        todo bien
        cómo te va
        qué te cuentas
        cómo andas
intent-small_talk = Charlar un poco
    .said =
        cuéntame un chiste
        qué buen tiempo hace
        va a llover hoy
        te gusta el fútbol
        cuál es tu color favorito
        tienes novia
        qué haces en tu tiempo libre
        canta algo
        cuántos años tienes
intent-bye = Hasta luego
    .said =
        me voy, hasta otra
        adiós
        hasta luego
        hasta pronto
        chao
        nos vemos
        que tengas un buen día
        eso era todo, hasta otra
        me voy ya
        hasta mañana
intent-help = Qué puedo preguntar
    .said =
        no entiendo nada
        ayuda
        qué sabes hacer
        qué te puedo preguntar
        cómo funciona esto
        menú
        estoy perdido
        no sé cómo usar esto
        qué opciones tengo aquí

# What platforms show beside the talk: the menu of commands, and a word to groups.
command-help = Qué puedes preguntarme
command-human = Hablar con una persona
    .name = persona
command-language = Cambiar el idioma
    .name = idioma
command-privacy = Qué se guarda sobre ti
    .name = privacidad
command-stop = No más mensajes por iniciativa mía
    .name = parar
group-private = Solo hablo en privado, para que nadie más lea. Escríbeme aquí:

# The card that reps get about a lead, in the house's own language.
card-person = 🔔 { $name } pide hablar con una persona.
card-stuck = 🔔 { $name } no avanza: el bot no entiende lo que necesita.
card-hot = 🔥 { $name } tiene un interés serio.
card-lead = 🌡 { $name }: el interés se ha enfriado.
card-from = { $channel } · { $language } · Abrir el chat: { $link }
card-from-unlinked = { $channel } · { $language } · sin nombre público allí, así que no hay enlace al chat
card-need = Necesita: { $need }
card-open = Aún no se sabe: { $topics }
card-next = Siguiente pregunta: «{ $question }»
card-source = Ha llegado por: { $source }
card-challenge = qué lo frena
card-authority = quién decide
card-money = volumen y presupuesto
card-timing = cuándo
card-known = Se sabe:{ $facts }
card-why = Por qué:{ $reasons }
card-words = Lo último: «{ $words }»
card-unreachable = ⚠ El bot no le puede escribir: tiene cerrados los mensajes privados o lo ha bloqueado. Podrá de nuevo cuando escriba.
# Takes the place of the card of somebody who wants to be erased.
card-erased = Esta persona ha pedido que borremos sus datos: ya no se guarda nada de ella. Lo demás que quede suyo en este chat o en su hilo, bórrelo a mano, por favor.

# To somebody who writes faster than people do.
flood-pause = Es más de lo que puedo leer de una vez. Hago una pausa; luego escríbeme lo más importante y sigo aquí.

# Donde otros escuchan, y las palabras de los comandos.
public-hello = Soy { $bot_name }, el asistente digital de { $house }: un bot. Pregúntame aquí por productos y precios. Lo que te toca a ti, mejor lo hablamos en privado.
public-button = Seguir en privado
public-private = Te escribo en privado.
command-taken = Un momento.
command-ask = Preguntar por productos, precios y condiciones
    .name = preguntar
    .question = pregunta
    .question-about = ¿Qué te gustaría saber?

### The desk: what reps read, in the house's own language, and what their visitors do.

card-talk = 💬 { $name }
card-held = 👤 Lleva la conversación { $rep }.
card-late = ⏱ Este aviso ha llegado con { $time } de retraso.
card-later = ⏳ Recordatorio: { $time }
card-back = 🤖 El bot vuelve a llevar la conversación.
card-won = 🏁 Ganado · { $rep }, { $time }
    .amount = 🏁 Ganado: { $amount } · { $rep }, { $time }
    .bare = 🏁 Ganado
card-lost = 🏁 Perdido: { $reason } · { $rep }, { $time }
    .bare = 🏁 Perdido
card-not_for_us = 🏁 No es para nosotros: { $reason } · { $rep }, { $time }
    .bare = 🏁 No es para nosotros
card-reminder = ⏰ { $name }: alguien quería volver a mirarlo ahora.
    .by = { $rep }, ⏰ querías volver a mirar ahora a { $name }.
desk-button-claim = Me encargo
desk-button-later = Más tarde
desk-button-refuse = No es para nosotros
desk-button-procedural = Ahora no, o no por aquí
desk-button-wrong_fit = Necesita otra cosa
desk-button-spam = Spam
desk-button-duplicate = Ya lo conocemos
desk-button-keep = Volver
desk-taken = { $name } queda a tu cargo. El bot calla desde ahora.
desk-released = El bot vuelve a atender a { $name }.
desk-later = Recibirás un recordatorio: { $time }
desk-later-due = ⏰ Querías volver ahora con { $name }.
desk-noted = Anotado. { $name } no lo ve.
desk-refuse = ¿Por qué no es para nosotros? Pulsa un motivo.
desk-done = Hecho.
desk-already = Esta conversación ya es tuya.
desk-held = Esta conversación la lleva { $rep }.
desk-not_held = Nadie lleva esta conversación: primero hay que tomarla.
desk-no_reason = Di también por qué: la orden y después el motivo.
desk-later-how = Di por cuánto tiempo, por ejemplo: /later 2h
desk-unfit-how = Di por qué, uno de: procedural, wrong_fit, spam, duplicate
desk-unknown = Esa orden no existe. No se ha enviado nada.
desk-in_talk = Pregúntalo en la propia conversación cuando sea tuya.
desk-gone = Esta conversación ya no existe.
desk-erased-words = ⚠ Esto no ha llegado a nadie: los datos de la persona de esta conversación se han borrado.
desk-stranger = No estás en la lista de comerciales. Quien lleva el bot te añade con: docent reps add NOMBRE --{ $channel } { $user }
desk-back = { $rep } me ha pasado la conversación; soy el bot. Aquí estoy para lo que quieras saber.
desk-back-closed = Gracias por hablar con { $rep }. Vuelvo a ser yo, el bot, para lo que haga falta.
desk-back-person = Si quieres volver a hablar con una persona, dímelo cuando quieras y aviso a nuestro equipo.
desk-left = { $rep } ya no está en esta conversación; vuelvo a ser yo, el bot. Si quieres hablar con una persona, dímelo.
desk-left-asked = { $rep } ya no está en esta conversación y no ha podido responderte. Soy el bot, y he pedido a nuestro equipo otra persona, que te escribirá aquí mismo.
    .closed = { $rep } ya no está en esta conversación y no ha podido responderte. Soy el bot, y he pedido a nuestro equipo otra persona: te escribirá en cuanto haya alguien. Horario: { $hours }.
stage-accepted = Se encarga una persona de ventas
stage-won = Ventas lo ha cerrado como ganado
stage-lost = Ventas lo ha cerrado como perdido
stage-not_for_us = Ventas ha visto que no es para nosotros
desk-opening = 💬 { $name } queda a tu cargo. Lo que escribas aquí le llega tal cual.
desk-story = Hasta ahora:
    { $lines }
desk-anew = ♻ El lugar de la conversación con { $name } se borró o no se podía usar, así que sigue aquí. De qué se trataba y lo último que se dijo:
desk-how = Con // delante queda como nota para los demás. /say envía un texto preparado, /call ofrece una llamada, /later 2h te lo recuerda. /bot devuelve la conversación; /won, /lost y /notforus la cierran. /talks y /switch ayudan si llevas varias.
desk-heard = 💬 { $name }: { $words }
desk-heard-media = 💬 { $name } ha enviado algo que aquí no se puede mostrar ({ $kind }). Pídelo con palabras o abre su chat desde la tarjeta.
desk-heard-person = 🔔 { $name } ha vuelto a pedir una persona y se le ha dicho que estás aquí. Quizá espera tu respuesta.
desk-lost-to = La conversación con { $name } la lleva ahora { $rep } ({ $reason }). Lo que escribas aquí ya no le llega.
    .bare = La conversación con { $name } la lleva ahora { $rep }. Lo que escribas aquí ya no le llega.
desk-erased = { $name } ha pedido que borremos sus datos. La conversación acaba aquí y enseguida no quedará nada.
desk-no_talk = No llevas ninguna conversación. Toma una desde su tarjeta y lo que escribas aquí llegará a esa persona.
desk-no_current = La última conversación ya no es tuya, así que esto no ha ido a nadie. /switch pasa a otra de las tuyas; una respuesta a un mensaje va a su conversación.
desk-text_only = Esto no se puede reenviar. No se ha enviado nada: dilo con palabras.
desk-kind-photo = foto
desk-kind-document = archivo
desk-kind-voice = mensaje de voz
desk-kind-audio = audio
desk-kind-video = vídeo
desk-kind-animation = animación
desk-kind-sticker = sticker
desk-kind-location = ubicación
desk-kind-contact = contacto
desk-heard-too_large = ({ $kind }, { $size } MB: demasiado grande para reenviarlo; { $name } ya lo sabe)
desk-too_large = ⚠ Esto ocupa { $size } MB y allí se pueden enviar { $limit } MB como máximo. No se ha enviado nada: manda un archivo más pequeño o un enlace.
desk-told-too_large = Tu archivo ocupa { $size } MB y se pueden enviar { $limit } MB como máximo. Envía uno más pequeño o un enlace, por favor.
desk-media-gone = ⚠ El archivo no se ha podido descargar o mostrar aquí. Pídelo otra vez.
desk-claim-where = Las conversaciones se toman desde su tarjeta, en el chat de ventas.
desk-help = Lo que escribas aquí llega a la persona cuya conversación llevas; como respuesta a un mensaje, a esa conversación. // lo deja como nota para los demás. Órdenes: /say /call /later 2h /note /lead /why /talks /switch /bot /won IMPORTE /lost MOTIVO /notforus MOTIVO
desk-talks = Tus conversaciones; lo que escribas va a la primera:
    { $lines }
desk-turned = Lo que escribas va ahora a { $name }.
desk-lead = { $name }
    { $lines }
desk-why = { $name }: por qué el bot dijo lo que dijo y qué cuenta cuánto
    { $lines }
desk-not_delivered = ⚠ «{ $words }» no ha llegado: { $reason }
    .edit = ⚠ El cambio «{ $words }» no ha llegado: { $reason }
    .unsend = ⚠ «{ $words }» no se ha podido retirar: { $reason }
desk-waits = ⏳ Aún sin entregar: { $channel } no responde. Tus palabras quedan guardadas y saldrán en orden.
desk-waited = 👌 Entregado: lo que esperaba aquí ya ha llegado.
desk-failed-never = el propio mensaje no llegó nunca
desk-failed-maybe = puede que ya hubiera llegado; compruébalo o díselo
desk-failed-gone = el mensaje ya no está allí
desk-failed-old = el mensaje es demasiado antiguo para cambiarlo o retirarlo
desk-failed-closed = ha bloqueado al bot o no admite sus mensajes
desk-failed-account = su cuenta ya no existe
desk-failed-refused = la otra plataforma lo ha rechazado
desk-heard-edited = ✏ { $name }, corregido: { $words }
desk-heard-deleted = 🗑 { $name } ha retirado esto: { $words }
desk-unsend-how = Responde con /unsend a uno de tus mensajes y se retira. Solo funciona con lo que le llegó a la persona.
desk-unsend-delete = Borra el propio mensaje y se retira también al otro lado.
desk-edit-words = Lo que ya se ha dicho se puede cambiar por otras palabras, pero no por una orden ni por una nota. Al otro lado no ha cambiado nada.
desk-too_long = Salió en varias partes y ya no se puede cambiar al otro lado. Envía una corrección.
    .edit = Ahora es demasiado largo para cambiarlo al otro lado: se puede con { $limit } caracteres como máximo. Al otro lado no ha cambiado nada. Acórtalo o envíalo como mensaje aparte.
desk-taken-private = { $name } queda a tu cargo y el bot calla. Escríbele en tu chat privado conmigo; si no llega nada, pulsa allí Iniciar.
desk-taken-topic = { $name } queda a tu cargo y el bot calla. Escríbele aquí, en el tema con su nombre; si no se abre ninguno, en tu chat privado conmigo.

# When somebody waits for a person.
ladder-busy = Hasta ahora no ha quedado nadie libre en nuestro equipo; saben que esperas. También nos encuentras en el { $phone } o en { $email }, y mientras tanto estoy yo aquí.
ladder-offered = { $rep } todavía no ha podido responderte. He pedido al resto de nuestro equipo que te atienda.
desk-ask = ⏰ { $name } quiere hablar con una persona y nadie ha tomado la conversación. { $rep }, ¿puedes tú?
desk-ask-lead = ⏰ { $name } sigue esperando y nadie ha tomado la conversación. { $rep }, mira por favor quién puede.
desk-asked-anew = 🔔 { $name } pide ahora una persona y nadie lleva la conversación. Quien la tome, la lleva.
    .left = 🔔 { $name } estaba con { $rep }, que ya no figura en la lista, y espera respuesta. Quien tome la conversación, la lleva.
desk-remind = ⏰ { $name } espera tu respuesta.
desk-offer = ⏰ { $name } espera una respuesta desde hace mucho. { $rep }, ¿puedes tomar la conversación? Es de quien la tome.
card-asked = ⏰ Se ha avisado a { $rep }
card-choice = ⏰ Nadie estaba libre. La persona lo sabe y puede elegir hora para una llamada o seguir con el bot.
card-offered = ⏰ Hay alguien esperando respuesta. La conversación es de quien la tome.
card-local_time = Allí son las { $time }.
card-banned = 🚫 Bloqueo por { $rep }: { $reason }
    .until = 🚫 Bloqueo por { $rep } hasta { $time }: { $reason }
desk-ban-how = Di también por qué, y por cuánto tiempo si ha de acabar, por ejemplo: /ban 7d envía publicidad
desk-banned = Has bloqueado a { $name }. Con /unban se desbloquea.
desk-call-due = 📞 Toca llamar a { $name } en un momento, según lo acordado: { $phone }

# How ready somebody is, in which language they write, and what was agreed on.
card-heat = { $heat ->
    [hot] Caliente
    [warm] Templado
   *[browsing] Mirando
} · encaje { $fit }, interés { $interest }
card-language = { $language ->
    [en] inglés
    [de] alemán
    [es] español
    [pl] polaco
    [fr] francés
    [it] italiano
    [nl] neerlandés
    [pt] portugués
    [cs] checo
    [sk] eslovaco
    [hu] húngaro
    [sl] esloveno
    [hr] croata
    [ro] rumano
    [uk] ucraniano
    [ru] ruso
    [tr] turco
    [da] danés
    [sv] sueco
   *[other] { $language }
}
card-call = 📞 Llamada acordada: { $time }
    .by = 📞 Llama { $rep }: { $time }
card-call-offered = 📞 { $rep } ha ofrecido una llamada; aún no ha elegido hora.

# Calls that reps offer or agree on.
desk-call-number = 📞 { $name }: { $phone }
desk-call-no_number = 📞 { $name }: aún no tenemos número
desk-call-offered = Puede elegir: { $lines }
desk-call-agreed = Acordado: { $time }. Cinco minutos antes llega un recordatorio.
desk-call-chosen = 📞 { $name } ha elegido hora para la llamada de { $rep }: { $time } ({ $phone })
desk-call-due-by = 📞 { $rep } tiene que llamar a { $name } en un momento, según lo acordado: { $phone }
desk-call-how = Di el día y la hora, por ejemplo /call mañana 10:00 o /call viernes 14:00. No se ha enviado nada. /call sin más ofrece tres horas.
desk-call-past = Esa hora ya ha pasado, así que no se ha enviado nada. Propón una que aún no haya pasado.
desk-call-none = Los diálogos no guardan hora para una llamada, así que no se puede acordar ninguna: un slot de slots.yaml necesita `appointment: call`.
desk-call-never = No tienes horario en los próximos dos meses, así que no hay hora que ofrecer. Di una: /call mañana 10:00
desk-told-call = ¿Te puedo llamar? Elige la hora que te venga bien o escríbeme otra.
    .bot = A { $rep }, de nuestro equipo, le gustaría llamarte. Elige la hora que te venga bien o escribe otra.
desk-told-call_at = Bien, te llamo { $time-on }.
    .number = Bien, te llamo { $time-on }. ¿A qué número?
    .bot = { $rep }, de nuestro equipo, te llamará { $time-on }.
    .bot_number = { $rep }, de nuestro equipo, te llamará { $time-on }. ¿A qué número?

# Texts that stand ready: snippet-... in snippets.ftl.
desk-say = Estos textos están listos y salen en el idioma de la persona:
    { $lines }
desk-say-near = No hay ningún texto «{ $words }». ¿Querías decir /say { $near }?
desk-say-unknown = No hay ningún texto «{ $words }». /say sin más muestra los que hay.
desk-say-none = Aún no hay textos listos. Marketing los escribe como snippet-... en locales/.
desk-say-where = Esto se dice en la propia conversación cuando sea tuya.

# Why the bot said what it said.
desk-why-said = Dijo: «{ $words }»
desk-why-taken = Se entendió como: { $lines }
desk-why-sure = { $words } (seguro al { $percent } %)
desk-why-wish = el deseo «{ $words }»
desk-why-question = una pregunta sobre { $words }
desk-why-missed = No se entendió.
desk-why-answered = El bot dijo: «{ $words }» ({ $keys })
desk-why-silent = El bot aún no ha dicho nada.
desk-why-open = Abierto: { $flow }, en el paso { $step }
desk-why-asks = Abierto: { $flow }, que pregunta por { $step }
desk-why-nothing = No hay nada abierto.
desk-why-fit = { $points } encaje: { $reason }
    .of = { $points } encaje (de { $base }): { $reason }
desk-why-interest = { $points } interés: { $reason }
    .of = { $points } interés (de { $base }): { $reason }
desk-why-more = y { $count } más, { $points } en total
