## Preguntas, opciones y ofertas que comparten varios recorridos.

campaign-fleet_guide = Vienes de nuestra guía de flotas en LinkedIn, bienvenido. La guía es general; aquí puedo hablar de tu caso.
campaign-bakery_fair = Qué bien que escanearas el código de nuestro stand. Veamos qué bici le va a tu panadería.
campaign-city_test_days = Gracias por tu interés en los días de prueba. Reservar plaza es rápido.

offer-find_a_bike = Encontrar la bici adecuada
offer-get_quote = Pedir presupuesto
offer-book_a_test_ride = Reservar una prueba
offer-existing_customer = Servicio para mi bici

ask-challenge = ¿Qué debería facilitaros una bici?
    .again = ¿Cuál de estas cosas se parece más a lo que os molesta hoy?
    .help = Por ejemplo, no encontrar dónde parar en el centro o una furgoneta que sale cara.
    .why = Si el problema es aparcar, busco una bici estrecha; si es el dinero, una económica.
    .label = Qué debe resolver
ask-business = ¿Qué trabajo haría la bici?
    .again = ¿Cuál de estas opciones se acerca más a vuestro sector?
    .help = Elige la más parecida o dilo con tus palabras.
    .why = Una panadería necesita otro cajón que un fontanero.
    .label = Sector
ask-goods = ¿Qué lleváis la mayoría de las veces?
    .again = ¿Cuál de estas se parece más a lo que lleváis?
    .help = Por ejemplo paquetes, herramientas o comida que debe ir fría.
    .why = De eso depende qué cajón va bien y si tiene que ir refrigerado.
    .label = Carga
ask-vehicles = ¿Cuántas furgonetas o coches usáis hoy?
    .again = Entonces, ¿cuántos vehículos serían ahora mismo?
    .help = Cuenta los que reparten o van a clientes. Cero también vale.
    .why = Muestra cuánta parte del trabajo podrían asumir las bicis.
    .label = Vehículos hoy
    .noted = { $value ->
        [one] un vehículo
       *[other] { $value } vehículos
    }
ask-fleet_size = ¿En cuántas bicis estáis pensando, más o menos?
    .again = ¿Cuántas bicis serían, aproximadamente?
    .help = Basta un número a ojo, por ejemplo 3 o 15.
    .why = A partir de cinco baja el precio por bici, y así veo si compensa el servicio en vuestra sede.
    .label = Número de bicis
    .noted = { $value ->
        [one] una bici
       *[other] { $value } bicis
    }
ask-load_kg = ¿Cuánto pesa una carga normal, en kilos?
    .again = ¿Cuántos kilos irían más o menos en el cajón?
    .help = A ojo vale. Una caja de pan llena pesa unos 10 kg, una de herramientas 20 kg.
    .why = Una bici que carga más de lo necesario pesa y cuesta más de lo que debería.
    .label = Carga habitual
ask-daily_km = ¿Cuántos kilómetros hace un vehículo en un día normal?
    .again = ¿Cuántos kilómetros al día serían más o menos?
    .help = En ciudad suelen ser entre 20 y 50 km.
    .why = Así sé si basta con una batería.
    .label = Distancia al día
ask-use_details = ¿Qué harían las bicis en un día normal?
    .again = En una frase: ¿qué se lleva y de dónde a dónde?
    .help = Por ejemplo: pan a once cafeterías antes de las siete.
    .why = Así la oferta incluye el cajón y el equipo correctos.
    .label = Qué harán las bicis
ask-timeline = ¿Para cuándo deberían estar las bicis en la calle?
    .again = ¿Cuándo las necesitaríais, más o menos?
    .help = Con una idea basta, y "solo estoy mirando" también es buena respuesta.
    .why = Unos modelos los hacemos en tres semanas, otros en tres meses.
    .label = Cuándo
ask-city = ¿En qué ciudad circularían las bicis?
    .again = ¿Cómo se llama la población, o cuál es su código postal?
    .help = Con la población basta, sin calle.
    .why = De eso depende quién las revisa y qué ayudas hay.
    .label = Ciudad
ask-company = ¿Cómo se llama vuestra empresa?
    .again = ¿Qué nombre de empresa ponemos?
    .help = Tal como debe figurar en el presupuesto.
    .why = Va en el presupuesto y en ningún sitio más.
    .label = Empresa
ask-contact_name = ¿Cómo te llamas?
    .again = ¿Qué nombre podemos usar?
    .help = Nombre, apellido o los dos.
    .why = Para que en el equipo sepan por quién preguntar.
    .label = Nombre
ask-email = ¿A qué correo te lo podemos mandar?
    .again = ¿Me escribes el correo otra vez?
    .help = Algo como nombre@empresa.es.
    .why = El presupuesto llega en PDF por correo. No usamos la dirección para nada más.
    .label = Correo
ask-phone = ¿En qué número te localizamos?
    .again = ¿Me escribes el teléfono otra vez?
    .help = Con prefijo, por ejemplo +34 612 345 678.
    .why = Alguien del equipo tiene que poder localizarte.
    .label = Teléfono
ask-callback_time = ¿Cuándo te vendría bien una llamada?
    .again = ¿Qué día y a qué hora iría bien?
    .help = Por ejemplo "mañana a las 10" o "el jueves por la tarde".
    .why = Para no llamarte en mitad del trabajo.
    .label = Hora para llamar
ask-test_ride_day = ¿Qué día te vendría bien para la prueba?
    .again = ¿Me dices un día, y si por la mañana o por la tarde?
    .help = Por ejemplo "el martes que viene por la mañana".
    .why = La bici tiene que estar cargada y alguien ahí para enseñarla.
    .label = Día de la prueba
ask-problem = ¿Qué ha pasado?
    .again = ¿Lo describes en una o dos frases?
    .help = Qué bici es, qué ves u oyes y desde cuándo.
    .why = Así el taller puede traer ya la pieza correcta.
    .label = Qué falla
ask-decider = ¿Quién lo decide en vuestra empresa?
    .again = ¿Quién tiene la última palabra?
    .help = Tú, varias personas u otra persona. Puedes saltarte esta pregunta.
    .why = Para que nadie tenga que explicarlo todo dos veces.
    .label = Quién decide
ask-budget = ¿Hay un presupuesto máximo que debamos respetar?
    .again = ¿Qué cantidad no deberíamos superar?
    .help = Un total o una cifra por bici. Puedes saltarte esta pregunta.
    .why = Con un límite, la oferta deja fuera lo que se puede añadir después.
    .label = Presupuesto
    .need = un presupuesto de { $value }

slot-vehicles =
    .said =
        furgonetas
        furgoneta
        coches
        vehículos
        camiones
        furgos
        coches de reparto
slot-fleet_size =
    .said =
        de esas
        de esos
        de esta
        de estas
        bicis
        bici
        bicicletas
        de ellas
        unidades
        cargobikes
slot-load_kg =
    .said =
        de carga
        de pan
        de herramienta
        por viaje
        en el cajón
slot-daily_km =
    .said =
        al día
        por día
        diarios
        cada día
        todos los días
slot-budget =
    .said =
        presupuesto máximo
        como mucho
        gastar
        hasta
slot-callback_time =
    .said =
        llamarme
        llámame
slot-test_ride_day =
    .said =
        pasarme
        ir a probar

option-parking_trouble = No hay dónde parar
    .need = no tener más líos para aparcar
    .said =
        aparcar
        nunca encontramos aparcamiento
        multas
        atascos
        no se puede parar
        doble fila
        al casco antiguo no entran coches
option-running_costs = Las furgonetas salen caras
    .need = gastar menos que con furgonetas
    .said =
        costes
        la gasolina está muy cara
        ahorrar dinero
        nos cuestan demasiado
        las averías nos comen
        repartir más barato
        gasoil
option-no_drivers = Faltan conductores
    .need = arreglarse pese a la falta de conductores
    .said =
        conductores
        gente sin carné
        nadie quiere conducir la furgo
        no encontramos chófer
        falta personal
option-cleaner_fleet = Queremos ser más verdes
    .need = una flota más verde
    .said =
        más verdes
        menos co2
        objetivos climáticos
        medio ambiente
        aire más limpio
        nuestros clientes piden reparto ecológico
option-new_deliveries = Empezar a repartir
    .need = empezar a repartir
    .said =
        queremos empezar a repartir
        servicio a domicilio nuevo
        todavía no repartimos
        llevar pedidos a casa
        montar un reparto

option-bakery = Panadería o cafetería
    .noted = panadería o cafetería
    .said =
        panadería
        panadero
        panaderías
        hacemos pan
        cafetería
        pastelería
        horno de pan
        obrador
        bollería
option-courier = Mensajería o reparto
    .noted = reparto
    .said =
        mensajería
        mensajero
        paquetería
        empresa de reparto
        repartidores
        repartimos paquetes
        última milla
        comida a domicilio
option-trades = Oficios y técnicos
    .noted = oficio
    .said =
        conserje
        manitas
        carpintería
        fontanería
        instalador
        tejador
        jardinero
        oficios
        fontanero
        electricista
        carpintero
        pintor
        cerrajero
        instaladores
        técnicos de servicio
        albañil
        reformas
option-municipal = Ayuntamiento o servicio público
    .noted = servicio público
    .said =
        ayuntamiento
        municipio
        limpieza viaria
        parques y jardines
        servicios municipales
        administración pública
        somos un ayuntamiento
option-other_business = Otra cosa
    .noted = tu oficio
    .said =
        pescadería
        hotel
        restaurante
        cervecería
        carnicería
        ninguna de estas
        ninguno de esos
        empresa de limpieza
        otra cosa
        otro sector
        farmacia
        floristería
        supermercado
        catering
        lavandería
        ninguno de esos sectores

option-food = Comida sin frío
    .noted = comida
    .said =
        comida
        alimentos
        pan
        verdura
        fruta
        bebidas
        menús del día
option-chilled = Productos fríos
    .noted = productos fríos
    .said =
        productos fríos
        refrigerados
        congelados
        helado
        pescado fresco
        carne
        lácteos
        tiene que ir frío
option-parcels = Paquetes y cartas
    .noted = paquetes
    .said =
        paquetes
        cartas
        correspondencia
        envíos
        cajas para clientes
        documentos
        flores
option-tools = Herramienta y material
    .noted = herramienta
    .said =
        herramientas
        herramienta
        material de obra
        máquinas
        botes de pintura
        tubos
        escaleras
option-bulky = Cosas voluminosas
    .noted = cosas voluminosas
    .said =
        barriles
        cajas de bebidas
        cosas voluminosas
        bultos grandes
        muebles
        restos de poda
        cubos de basura
        sacos de ropa

option-decides_alone = Decido yo
    .need = decide por su cuenta
    .said =
        lo decido yo
        soy el dueño
        soy la dueña
        la empresa es mía
option-decides_together = Lo decidimos entre varios
    .need = lo decide con otras personas
    .said =
        lo decidimos juntos
        decidimos entre los socios
option-decides_other = Lo decide otra persona
    .need = lo decide otra persona
    .said =
        lo decide mi jefe
        lo decide la dirección
        mi jefa tiene que aprobarlo
option-now = Cuanto antes
    .need = cuanto antes
    .said =
        pronto
        muy pronto
        cuanto antes
        ya
        lo antes posible
        este mes
        urgente
        en las próximas semanas
        para ayer
option-quarter = En menos de tres meses
    .need = en menos de tres meses
    .said =
        en primavera
        en tres meses
        este trimestre
        el próximo trimestre
        para primavera
        en dos meses
        antes de la temporada
option-year = En menos de un año
    .need = en menos de un año
    .said =
        en otoño
        después del verano
        este año
        el año que viene
        en algún momento del año
        dentro de seis meses
        antes de fin de año
option-just_looking = Solo estoy mirando
    .need = de momento solo mira
    .said =
        solo estoy mirando
        por curiosidad
        sin planes todavía
        nada concreto
        solo me informo
        estoy echando un vistazo

option-refine = Comprobarlo con mi día a día
    .said =
        compruébalo
        pregúntame más
        con más detalle
        mira si encaja
option-quote = Pedir presupuesto
    .said =
        presupuesto
        la oferta
        un presupuesto
        oferta por escrito
option-test_ride = Reservar una prueba
    .said =
        prueba
        probarla
        dar una vuelta
        montar en una
option-talk = Hablar con un asesor
    .said =
        un asesor
        asesoramiento por teléfono
        una compañera
        hablarlo por teléfono
option-look = Seguiré mirando
    .said =
        seguiré mirando
        nada más
        por ahora basta
        eso es todo por ahora
        con eso me vale

option-repair = Reparación o avería
    .said =
        una reparación
        algo se ha roto
        una avería
        un pinchazo
        hace ruido
option-part = Pieza o accesorio
    .said =
        una pieza
        pedir un recambio
        necesito un espejo nuevo
        un accesorio
option-more_bikes = Más bicis
    .said =
        más bicis
        otra bici
        ampliar la flota
        una segunda
option-bill = Factura o contrato
    .said =
        la factura
        mi contrato
        una duda sobre el pago
        contrato de leasing
option-complaint = Una queja
    .said =
        una queja
        no estoy contento
        estoy decepcionada
        algo ha salido mal
