## Lo que la gente quiere de un fabricante de bicis de carga.

intent-wants_recommendation = Encontrar la bici adecuada
    .said =
        tenéis algo para eso
        hay alguna que sirva para eso
        qué tendríais para nosotros
        qué me recomendaríais a mí
        qué nos sugerís para empezar
        qué bici necesito
        cuál me conviene
        me podéis recomendar un modelo
        necesito consejo para elegir
        ayúdame a elegir
        buscamos una bici de carga para la empresa
        qué me aconsejáis
        cuál sería la mejor para repartir
        busco algo para llevar mercancía
        qué modelo le va bien a un fontanero
        queremos cambiar la furgoneta por bicis
        tenemos una tienda y necesitamos bicis de transporte
        no sé cuál coger
        orientadme un poco
        qué modelo encaja con nuestro negocio
intent-wants_quote = Recibir un presupuesto
    .said =
        quiero un presupuesto
        me podéis mandar una oferta
        hacednos un presupuesto
        necesitamos una oferta por escrito
        envíame una propuesta con precios
        podéis prepararnos una oferta
        presupuesto para una flota pequeña
        me pasas un presupuesto por correo
        cotización por favor
        una oferta formal para mi jefa
        pedir presupuesto
        necesito una proforma
intent-wants_test_ride = Reservar una prueba
    .said =
        puedo pasarme a verlas
        podemos ir a ver las bicis en persona
        me gustaría ir a verlas
        quiero probar una
        puedo probar la bici
        reservar una prueba
        dónde puedo montar en una antes de comprar
        me gustaría dar una vuelta con ella
        podéis traer una para que la probemos
        cita para probar
        queremos hacer una prueba
        primero quiero montarla
        podemos concertar una demostración
        hay forma de ver y probar las bicis
        apúntame a una prueba
intent-is_customer = Ya tengo una bici vuestra
    .said =
        ya tengo una bici vuestra
        somos clientes
        se me ha roto la bici
        nuestra bici necesita una reparación
        os compré una bici el año pasado
        tengo un problema con mi pedido
        la batería ya no carga
        el motor hace un ruido raro
        dónde está la bici que encargué
        tenemos tres bicis vuestras
        necesito servicio técnico para mi bici
intent-buy_now = Quiero hacer un pedido
    .said =
        quiero hacer un pedido
        queremos comprar ya
        me la quedo
        dónde firmo
        cómo hago el pedido
        estoy listo para comprar
        las compramos, decidido
        puedo comprar aquí directamente
        tomad nota de mi pedido
        adelante, las pedimos
intent-price_general = Cuánto cuestan las bicis
    .said =
        cuánto cuestan vuestras bicis
        qué vale una bici de carga
        lista de precios
        tarifas
        qué precios tenéis
        son caras vuestras bicis
        más o menos de cuánto dinero hablamos
        por cuánto me sale una bici así
        precios por favor
        desde qué precio
intent-list_products = Ver todos los modelos
    .said =
        qué bicis tenéis
        enséñame los modelos
        qué vendéis
        qué modelos hay
        vuestra gama
        lista de todas las bicis
        qué tipos de bici hacéis
        quiero ver todo lo que ofrecéis
        cuántos modelos distintos fabricáis
intent-follow_up_later = Ahora no, más adelante
    .said =
        tengo que pensármelo
        lo hablo con mi socio
        quizá el año que viene
        me lo pienso
        ya os diré algo
        ahora no, quizá en otoño
        contactadme el mes que viene
        tengo que hablarlo con mi socio
        pregúntame más adelante
        lo decidiremos después del verano
        es pronto para nosotros
        lo tengo que consultar con la almohada
intent-compliment = Unas palabras amables
    .said =
        qué bicis más chulas
        me gusta vuestra web
        eres muy útil
        buen trabajo
        qué bien explicado
        me encanta lo que hacéis
        enhorabuena
        muy majo
        vuestras bicis son preciosas
intent-student = Es para mis estudios
    .said =
        soy estudiante y hago mi tfg
        es para un trabajo de clase
        hago una encuesta para la universidad
        tesis sobre bicis de carga
        estoy estudiando logística
        para mi máster necesito datos
        tenemos que hacer una presentación en el instituto
        podrías rellenar mi cuestionario
intent-competitor = Soy del mismo gremio
    .said =
        nosotros también fabricamos bicis de carga
        trabajo en otra marca de bicis
        soy de la competencia
        somos competidores vuestros
        estudio de mercado para nuestra propia marca
        nuestra empresa produce cargobikes
        estoy mirando qué hace la competencia
        somos del mismo gremio
intent-spam = Tengo algo que ofreceros
    .said =
        posicionamos tu web en google
        ofrecemos diseño web barato
        compra seguidores
        invierte en criptomonedas y gana dinero
        vendemos bases de datos de clientes
        préstamos rápidos para empresas
        colaboración para aumentar tu tráfico
        gana 5000 euros desde casa
        os interesa publicidad en nuestra revista
intent-by_mail = Mejor por escrito
    .said =
        no me llames, un correo
        mejor un correo que una llamada
        prefiero que me escribas un correo
        me lo podéis dar por escrito
        no me llaméis por favor
        mejor por correo
        prefiero un email
        escribidme en vez de llamar
        sin llamadas
        no quiero que me llamen
        mándamelo por escrito
        por teléfono no
        no me gusta hablar por teléfono
        contestadme por correo electrónico
        se puede hacer por email
        mejor me escribes
intent-look_around = Solo mirar
    .said =
        solo miro
        estoy mirando nada más
        solo curioseo
        quería echar un ojo
        de momento no quiero comprar
        solo vengo a mirar
