## Modelos, accesorios y servicios, y cómo pregunta la gente por ellos.

kind-bikes = bicis de carga
    .said =
        bici
        bicis
        bicicleta
        bicicletas
        bici de carga
        bicis de carga
        modelo
        modelos
        cargobike
kind-accessories = accesorios
    .said =
        accesorio
        accesorios
        extras
        complementos
        equipamiento
kind-services = servicios
    .said =
        servicio
        servicios
        planes de servicio
        prestaciones

product-brotbote = Brotbote
    .about = Nuestra bici de panadería: cajón aislado con guías para cajas de pan, techo para quien conduce y marcha atrás para los patios
    .said =
        brotbote
        brot bote
        brotbotte
        la bici panadera
        la de las panaderías
product-blitzkurier = Blitzkurier
    .about = Ligera y ágil, de dos ruedas: para mensajeros que paran ochenta veces al día
    .said =
        blitzkurier
        blitz kurier
        blitzcurier
        la de mensajería
        la bici de mensajero
product-lastesel = Lastesel
    .about = La mula de carga de los oficios: un cajón grande con cerradura, cajones a petición y frenos para un cuarto de tonelada
    .said =
        lastesel
        last esel
        lastessel
        la de los oficios
        la mula
product-stadtwerker = Stadtwerker
    .about = Cuatro ruedas y una caja basculante para ayuntamientos: poda, cubos, señales, sal
    .said =
        stadtwerker
        stadt werker
        statwerker
        la municipal
        la basculante
        la de cuatro ruedas
product-weitlaeufer = Weitläufer
    .about = Dos baterías para rutas largas entre pueblos; se va cómodo todo el día
    .said =
        weitläufer
        weitlaeufer
        la de larga distancia
        la de rutas largas
product-winzling = Winzling
    .about = La compacta, apenas más larga que una bici normal: para calles estrechas, cargas pequeñas y un rincón de la tienda
    .said =
        winzling
        winsling
        winzlin
        la compacta
        la pequeñita
product-zugpferd = Zugpferd
    .about = Motor fuerte y enganche de fábrica: tira de lo que no cabe en un cajón
    .said =
        zugpferd
        zug pferd
        zugferd
        la de remolque
        el caballo de tiro
product-frostbeule = Frostbeule
    .about = Un cajón refrigerado que mantiene entre 2 y 7 °C durante ocho horas, con registrador de temperatura
    .said =
        frostbeule
        frost beule
        frostboile
        la bici nevera
        la refrigerada
        la frigorífica
product-huckepack = Remolque Huckepack
    .about = Un remolque de dos ruedas con tapa y enganche sin herramientas; va con cualquier bici que tenga bola
    .said =
        huckepack
        huckepak
        el remolque
        remolque para bici
product-powerpack = Powerpack
    .about = Una segunda batería que se cambia en segundos; casi dobla la distancia en la mayoría de los modelos
    .said =
        powerpack
        power pack
        batería extra
        batería de repuesto
product-schnelllader = Schnelllader
    .about = Cargador rápido: una batería de 1000 Wh llena en unas dos horas con un enchufe normal
    .said =
        schnelllader
        schnellader
        cargador rápido
        cargador
product-regendach = Regendach
    .about = Un techo transparente para quien conduce, montado en una hora, para los modelos que no lo traen
    .said =
        regendach
        techo de lluvia
        toldo
        capota
product-spuernase = Spürnase
    .about = Un localizador escondido con alarma y dos años de tarjeta SIM incluidos
    .said =
        spürnase
        spuernase
        localizador gps
        rastreador
product-werkbank = Werkbank
    .about = Cajones y una mesa plegable dentro de la caja, para Lastesel y Stadtwerker
    .said =
        werkbank
        sistema de cajones
        estantería interior
        banco de trabajo
product-kaltblock = Kaltblock
    .about = Un inserto de frío para los cajones de Brotbote y Blitzkurier, con acumuladores, aguanta cuatro horas
    .said =
        kaltblock
        kalt block
        inserto de frío
        caja fría interior
product-winterschuh = Winterschuh
    .about = Un juego de neumáticos con clavos para hielo y nieve dura
    .said =
        winterschuh
        neumáticos de invierno
        ruedas de clavos
        ruedas de nieve
product-pflegepaket = Pflegepaket
    .about = Dos revisiones al año en tu sede, con piezas de desgaste incluidas; el precio es por bici y año
    .said =
        pflegepaket
        plan de mantenimiento
        paquete de cuidado
        contrato de servicio
product-fahrtraining = Fahrtraining
    .about = Medio día de conducción con hasta ocho personas de tu equipo, en tu sede
    .said =
        fahrtraining
        curso de conducción
        entrenamiento de conducción
product-beschriftung = Beschriftung
    .about = Vuestro logo y colores en vinilo sobre el cajón, diseñado con vosotros; el precio es por bici
    .said =
        beschriftung
        rotulación
        vinilado
        rotular el cajón
product-rundumschutz = Rundumschutz
    .about = Seguro contra robo, caída y vandalismo; el precio es por bici y año
    .said =
        rundumschutz
        seguro a todo riesgo
        paquete de seguro
        todo riesgo

attribute-price = precio
    .tells = { $product } cuesta { $value } sin IVA.
    .said =
        precio
        cuánto cuesta
        cuanto vale
        qué cuesta
        a cuánto está
        cuánto sale
        qué cobráis por
        coste de
    .most = más cara, más caro, más caras, la más costosa, tope de gama
    .least = más barata, más barato, más baratas, más económica, más económico, menos cara
attribute-lease = cuota mensual de leasing
    .tells = En leasing, { $product } sale a { $value } al mes en 48 meses.
    .said =
        cuota de leasing
        cuota mensual
        cuánto al mes
        mensualidad
        cuota del leasing
    .most = cuota más alta
    .least = cuota más baja, cuota más pequeña
attribute-payload_kg = carga útil
    .tells = { $product } lleva hasta { $value }, sin contar a quien conduce.
    .said =
        carga útil
        cuánto carga
        cuánto peso lleva
        cuántos kilos
        capacidad de carga
        cuánto aguanta
        llevar
        cargar
    .most = más grande, la grande, del grande, al grande, la mayor, el mayor, más fuerte, la que más carga, carga más, lleva más peso, más potente, mayor carga, el grande
    .least = más pequeña, más pequeño, la pequeña, el pequeño, del pequeño, la que menos carga, menor carga, menos peso lleva
attribute-towing_kg = carga remolcable
    .tells = { $product } tira de un remolque de hasta { $value }.
    .said =
        carga remolcable
        cuánto puede remolcar
        arrastrar
        tirar de
        peso del remolque
    .most = la que más remolca, tira más, remolca más
    .least = la que menos remolca
attribute-range_km = autonomía
    .tells = { $product } hace unos { $value } con una carga, a media carga y en ciudad.
    .said =
        cuántos kilómetros aguanta
        cuánto dura la batería en ruta
        autonomía
        cuántos kilómetros hace
        hasta dónde llega
        cuánto dura la batería por carga
        con una carga
        con la batería llena
        alcance
    .most = más autonomía, la que llega más lejos, más kilómetros, mayor autonomía, más lejos
    .least = menos autonomía, menor autonomía
attribute-box_volume_l = volumen del cajón
    .tells = En el cajón de { $product } caben { $value }.
    .said =
        volumen
        litros
        cómo de grande es el cajón
        cuánto cabe
        espacio de carga
        capacidad del cajón
    .most = cajón más grande, más espacio, más capacidad, más amplia
    .least = cajón más pequeño, menos espacio
attribute-weight_kg = peso
    .tells = { $product } pesa { $value }, batería incluida.
    .said =
        peso
        cuánto pesa
        qué pesa la bici
        peso propio
        en vacío
    .most = más pesada, más pesado, la que más pesa
    .least = más ligera, más ligero, la que menos pesa, más liviana
attribute-width_cm = anchura
    .tells = { $product } mide { $value } de ancho.
    .said =
        anchura
        ancho
        cómo de ancha es
        cabe por la puerta
        pasa por una puerta
    .most = más ancha, más ancho
    .least = más estrecha, más estrecho, la menos ancha
attribute-top_speed_kmh = velocidad máxima
    .tells = El motor de { $product } ayuda hasta { $value }.
    .said =
        velocidad
        velocidad máxima
        a qué velocidad va
        cómo de rápida es
        cuánto corre
    .most = más rápida, más rápido, la que más corre
    .least = más lenta, más lento
attribute-battery_wh = tamaño de la batería
    .tells = { $product } lleva { $value } a bordo.
    .said =
        tamaño de la batería
        capacidad de la batería
        cuántos vatios hora
        wh
        qué batería lleva
    .most = batería más grande, mayor batería
    .least = batería más pequeña
attribute-charge_time = tiempo de carga
    .tells = { $product } vuelve a estar llena tras unas { $value } en un enchufe normal.
    .said =
        tiempo de carga
        cuánto tarda en cargar
        cuánto tarda la batería
        horas de carga
        cuándo está cargada
    .most = la que más tarda en cargar
    .least = la que carga más rápido, la que antes carga
attribute-lead_time = plazo de entrega
    .tells = Plazo de entrega de { $product }: unas { $value }.
    .said =
        cuándo estarían aquí
        cuánto hasta que las tengamos
        cuánto tardáis
        cuánto tardan en entregarlas
        cuánto tardaríais
        cuándo llegaría
        cuántas semanas tarda
        cuándo podéis entregar
        plazo de entrega
        cuánto tarda en llegar
        cuándo la tendríamos
        tiempo de espera
        cuánto hay que esperar
        en cuánto tiempo la entregáis
    .most = plazo más largo, la que más tarda en llegar
    .least = plazo más corto, la que llega antes, disponible antes
attribute-warranty = garantía
    .tells = { $product } tiene { $value } de garantía.
    .said =
        garantía
        años de garantía
        cuánta garantía
        hasta cuándo está garantizada
        periodo de garantía
    .most = garantía más larga, más garantía
    .least = garantía más corta, menos garantía
attribute-wheels = número de ruedas
    .said =
        cuántas ruedas tiene
        dos o tres ruedas
        de tres ruedas
        de dos ruedas
        ruedas
attribute-roof = techo
    .yes = Sí, { $product } trae techo para quien conduce.
    .no = No, { $product } viene sin techo; se le puede añadir el Regendach.
    .said =
        techo
        con techo
        cubierta
        protección contra la lluvia
        techada
attribute-cooled = frío
    .yes = Sí, { $product } es refrigerado.
    .no = No, { $product } no lleva frío. Para productos fríos mira la Frostbeule o el inserto Kaltblock.
    .said =
        con frío
        refrigeración
        refrigerado
        nevera
        mantiene frío
attribute-reverse = marcha atrás
    .yes = Sí, { $product } tiene marcha atrás.
    .no = No, { $product } no tiene marcha atrás; las de dos ruedas se empujan hacia atrás sin más.
    .said =
        marcha atrás
        ir hacia atrás
        dar marcha atrás
        reversa
attribute-good_for = pensada para
    .said =
        pensada para
        sirve para
        adecuada para
        para quién es
        indicada para
attribute-carries = tipo de carga
    .said =
        tipo de carga
        qué se puede llevar
        qué mercancía lleva
        qué va en el cajón
