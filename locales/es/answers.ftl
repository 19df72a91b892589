## Lo que la gente pregunta y lo que respondemos. Responsable y fecha: dialogs/answers.yaml.

answer-leasing = Sí, con nuestro banco asociado a 24, 36 o 48 meses: al mes, a 48 meses y sin IVA, desde { $winzling-lease } por la Winzling hasta { $frostbeule-lease } por la Frostbeule. Al final la devuelves, te la quedas por una pequeña suma o coges una nueva.
    .label = Leasing
    .said =
        ofrecéis leasing
        se puede hacer leasing
        hacéis renting o leasing
        condiciones del leasing
        leasing en vez de comprar
        qué pasa cuando acaba el leasing
        cuánto dura el leasing
        con qué banco hacéis el leasing
        leasing para empresas
        no queremos comprar, preferimos leasing
        arrendamiento financiero
        opción de compra al final del leasing
answer-financing = Sí. Además del leasing hay compra a plazos de 12 a 60 meses con nuestro banco; tras la última cuota las bicis son tuyas. Desde 5.000 euros de pedido, y el banco suele contestar en tres días laborables.
    .label = Pago a plazos
    .said =
        se puede pagar a plazos
        financiación
        opciones de financiación
        hay crédito para las bicis
        pagar poco a poco
        fraccionar el pago
        plan de pagos
        préstamo para comprar las bicis
answer-subsidies_at = En Austria hay ayudas para bicis de carga de empresa, del fondo federal del clima y de varios estados. Las cantidades cambian cada año y casi siempre se piden antes de comprar, así que miramos contigo qué hay abierto hoy en tu ciudad.
    .austria = { answer-subsidies_at }
    .germany = { answer-subsidies_de }
    .elsewhere = Para { $place } no tengo la lista de ayudas. Muchas ciudades y regiones apoyan las bicis de carga para empresas, y casi siempre se piden antes de comprar; el equipo lo mira contigo: { $phone }.
    .label = Ayudas en Austria
    .said =
        ayudas en austria
        hay subvenciones para bicis de carga
        subvención del estado
        qué ayudas hay
        el gobierno paga una parte
        ayuda pública para la compra
        nos devuelven dinero de la administración
        fondos europeos para esto
answer-subsidies_de = En Alemania algunos estados y muchas ciudades apoyan las bicis de carga para empresas. Las reglas cambian de una ciudad a otra y casi siempre se solicita antes de comprar; dinos la ciudad y miramos qué hay.
    .label = Ayudas en Alemania
    .said =
        ayudas en alemania
        subvenciones alemanas
        programa de la ciudad de múnich
        hay ayuda en berlín
        bafa
        kfw
        apoya baviera las bicis de carga
        subvención para nuestra filial alemana
answer-bulk_discount = Desde cinco bicis de un modelo pagas un 4 % menos sobre tarifa, desde diez un 8 % y desde veinticinco un 12 %. En accesorios es un 5 % a partir de diez piezas.
    .label = Descuento por cantidad
    .said =
        hay descuento
        más barato si cogemos varias
        hay descuento por cantidad
        descuento por volumen
        sale mejor si compramos más
        rebaja para flotas
        hacéis precio especial
        cuánto descuento por una docena
        se puede hacer algo con el precio
        precio para muchas bicis
        descuentos
        rappel
answer-vat = Todos nuestros precios son sin IVA. En Austria se suma el 20 %; las empresas del resto de la UE con NIF intracomunitario válido reciben la factura sin IVA (inversión del sujeto pasivo).
    .label = IVA
    .said =
        el iva está incluido
        precios con o sin iva
        hay que sumar el iva
        inversión del sujeto pasivo
        nif intracomunitario
        es precio neto o bruto
        impuestos incluidos
        factura sin iva para empresas europeas
answer-invoice = Sí, las empresas pagan con factura: un 30 % al pedir y el resto a los 14 días de la entrega.
    .label = Factura y plazos de pago
    .said =
        se puede pagar con factura
        condiciones de pago
        hay que pagar por adelantado
        cuánto hay que dar de señal
        a cuántos días se paga
        cuándo vence la factura
        pago a 30 días
        pagamos después de la entrega
answer-payment_methods = Lo normal es la transferencia; leasing y plazos van por el banco. Para bicis no aceptamos efectivo ni tarjeta; los accesorios de la tienda web sí se pagan con tarjeta.
    .label = Formas de pago
    .said =
        cómo puedo pagar
        aceptáis tarjeta
        formas de pago
        puedo pagar con paypal
        en efectivo
        pago por transferencia
        métodos de pago
        bizum
answer-tax_benefits = En la mayoría de los países una empresa puede amortizar la bici y deducirse el IVA, cosa que con muchos coches no pasa. Cuánto es en tu caso lo sabe tu asesoría; los papeles los ponemos nosotros.
    .label = Impuestos y amortización
    .said =
        ventajas fiscales
        se puede deducir
        amortización
        desgravar
        deducir el iva
        qué necesita mi gestor
        ahorramos impuestos con esto
        es gasto deducible
answer-delivery_area = Entregamos lista para rodar en Austria, Alemania, Suiza, Eslovenia y el norte de Italia. A España y Polonia va por transportista, y un taller asociado de allí la deja a punto.
    .ready = Sí, en { $place } entregamos lista para rodar: solo queda cargar la batería.
    .north = Al norte de Italia sí, lista para rodar. Para { $place }, dinos la ciudad en el presupuesto y el equipo te dice cómo llega.
    .carrier = Sí, { $place } va por transportista, y un taller asociado de allí deja la bici a punto.
    .none = A { $place } todavía no llegamos, lo siento: entregamos en Austria, Alemania, Suiza, Eslovenia y el norte de Italia, y por transportista en España y Polonia. Si cabe una excepción, lo sabe el equipo: { $phone }.
    .label = Dónde entregamos
    .said =
        enviáis a hungría
        mandáis al extranjero
        la traéis a nuestro pueblo
        dónde entregáis
        enviáis a españa
        entregáis en madrid
        mandáis bicis a canarias
        envío al extranjero
        en qué países vendéis
        llegáis hasta valencia
        zona de reparto vuestra
answer-delivery_cost = Desde tres bicis, la entrega en Austria y Alemania va incluida. Por una o dos son 190 euros; para otros países lo pone el presupuesto.
    .label = Coste de la entrega
    .said =
        cuánto añade el envío
        cuánto cuesta el envío
        gastos de envío
        el transporte es gratis
        hay que pagar la entrega
        portes
        cuánto cobráis por traerlas
        portes pagados
        coste del transporte
answer-rush_order = A veces. Tenemos en almacén alguna bici de los modelos habituales, y una de préstamo cubre el hueco hasta que llegue la tuya. Lo que no hacemos es prometer una fecha que el taller no pueda cumplir; lo que hay hoy te lo dicen en { $phone }.
    .label = Entrega más rápida
    .said =
        se puede acelerar la entrega
        tenéis bicis en stock
        la necesito la semana que viene
        entrega exprés
        hay alguna disponible ya mismo
        por qué tardan tanto
        me corre prisa
        puedo recoger una mañana
answer-minimum_order = No hay mínimo. Muchos empiezan con una sola bici, la usan una temporada y luego deciden.
    .label = Pedido mínimo
    .said =
        hay pedido mínimo
        puedo pedir solo una
        vendéis bicis sueltas
        cantidad mínima
        solo necesitamos una
        cuántas hay que comprar como mínimo
        empezar con una y ampliar luego
        una sola es poco para vosotros
answer-cancel_order = Hasta que empezamos a fabricar se puede anular sin coste; avisamos dos semanas antes. Después solo retenemos de la señal lo que hayan costado piezas hechas para ti.
    .label = Anular un pedido
    .said =
        puedo cancelar el pedido
        condiciones de anulación
        y si cambiamos de opinión después de pedir
        anular la compra
        desistir del contrato
        se puede modificar el pedido
        echarse atrás
        cancelación antes de la entrega
answer-returns = Si no os funciona, la recogemos en los 30 días tras la entrega, menos 2 euros por kilómetro hecho y como mucho el 15 % del precio. Las pintadas o hechas a medida quedan fuera.
    .label = Devoluciones
    .said =
        se puede devolver la bici
        política de devoluciones
        y si no nos sirve
        me devolvéis el dinero
        derecho de devolución
        devolverla al mes
        no estoy conforme, la aceptáis de vuelta
        cambio por otra
answer-assembly = No hay que montar nada. Llegan ajustadas, cargadas y probadas; pones el sillín a tu altura y a rodar.
    .label = Montaje
    .said =
        hay que montarla
        viene lista para usar
        llega en una caja de cartón
        montaje
        quién la monta
        necesito herramientas para armarla
        viene ya montada
        ensamblaje
answer-service_on_site = Sí, nuestros técnicos van a vuestra sede: dos veces al año con el Pflegepaket, { $pflegepaket-price } por bici y año con piezas de desgaste. Cerca de Graz, Viena, Linz y Múnich lo hacemos nosotros; en otros sitios, un taller asociado.
    .label = Servicio en vuestra sede
    .said =
        venís a reparar aquí
        servicio a domicilio para las bicis
        mecánico a domicilio
        quién mantiene la flota
        hay contrato de mantenimiento
        viene un técnico
        revisáis las bicis en nuestra sede
        os encargáis del mantenimiento
answer-service_interval = Cada 1.500 kilómetros o dos veces al año, lo que llegue antes. Es más o menos una hora por bici. Con el Pflegepaket hacemos las dos en tu sede por { $pflegepaket-price } por bici y año, con piezas de desgaste incluidas.
    .label = Cada cuánto hay revisión
    .said =
        cuánto cuesta el mantenimiento anual
        cada cuánto hay que revisarla
        intervalo de revisión
        cuándo toca la primera revisión
        cuánto mantenimiento necesita
        cuántas revisiones al año
        cuánto dura una revisión
        calendario de mantenimiento
        puesta a punto
answer-workshops = Unos 140 talleres asociados en Austria, Alemania, Suiza, España y Polonia, todos formados en nuestras bicis. El más cercano está en el mapa de { $web }.
    .near = Sí, en { $place } hay talleres asociados, formados en nuestras bicis. El más cercano está en el mapa de { $web }.
    .none = En { $place } todavía no tenemos taller asociado; los 140 que hay están en Austria, Alemania, Suiza, España y Polonia. Cómo sería el servicio allí, lo sabe el equipo: { $phone }.
    .label = Talleres cercanos
    .said =
        quién la repara si se estropea
        hay alguien aquí que las arregle
        dónde está el taller más cercano
        tenéis talleres en españa
        quién arregla las bicis aquí
        red de talleres
        servicio técnico en barcelona
        puede arreglarla cualquier tienda de bicis
        taller en sevilla
        lista de talleres
answer-spare_parts = Guardamos piezas de cada modelo al menos diez años tras la última unidad. Las habituales salen de Graz en dos días laborables, y casi todas las de desgaste son estándar y las tiene cualquier tienda.
    .label = Recambios
    .said =
        durante cuánto tiempo hay recambios
        repuestos
        dónde consigo piezas
        usáis piezas estándar
        cuánto tardan los recambios
        recambios
        pastillas de freno de repuesto
        habrá piezas dentro de diez años
answer-breakdown = Llama al { $phone }: casi todo se arregla por teléfono o el mismo día en un taller asociado. Si tarda más de 48 horas te dejamos una bici, gratis si tienes el Pflegepaket.
    .label = Si se avería una bici
    .said =
        qué pasa si se estropea
        quién ayuda si algo falla
        deja de funcionar en la calle
        qué pasa si se avería una bici
        dais bici de sustitución
        asistencia en carretera
        la bici se queda tirada a mitad de ruta
        préstamo durante la reparación
        en cuánto tiempo la arregláis
        qué hago si falla el motor
        cuánto tiempo parada
answer-warranty_cover = Cubre cuadro, motor, electrónica y cajón por fallos de material y fabricación; cubiertas, pastillas y cadenas se gastan y no entran. La batería está cubierta hasta que baje del 70 % de su capacidad.
    .label = Qué cubre la garantía
    .said =
        qué cubre la garantía
        la batería entra en garantía
        entran las piezas de desgaste
        condiciones de la garantía
        qué queda fuera de la garantía
        quién paga si se parte el cuadro
        el motor está cubierto
        ampliar la garantía
answer-lifetime = Está hecha para unos diez años y 60.000 kilómetros con mantenimiento normal. Las más antiguas, de 2012, siguen saliendo cada mañana, ya con su segunda o tercera batería.
    .label = Vida útil de la bici
    .said =
        cuánto dura una bici así
        vida útil
        durabilidad
        cuántos kilómetros aguanta en total
        cuántos años la podemos usar
        es resistente
        aguantará el cuadro
        cuándo habrá que jubilarla
answer-battery_life = Tras unas 1.000 cargas completas conserva alrededor del 80 %. Con una carga por día laborable son entre cuatro y cinco años.
    .label = Vida de la batería
    .said =
        cuántos años dura la batería
        vida de la batería
        cuántos ciclos de carga
        cuándo se gasta la batería
        la batería pierde fuerza con el tiempo
        envejecimiento de la batería
        degradación
        pierde capacidad con los años
answer-battery_replacement = Una batería nueva cuesta { $powerpack-price } sin IVA y la cambias tú en segundos, sin herramientas. La vieja la recogemos para reciclar.
    .label = Batería nueva
    .said =
        cuánto cuesta una batería nueva
        cambiar la batería
        sustituir la batería
        qué hago con la batería vieja
        puedo cambiar yo la batería
        precio de la batería de recambio
        reciclaje de baterías
        reemplazo de la pila
answer-battery_safety = Están ensayadas según EN 50604 y se desconectan solas si se calientan o se dañan. Cárgalas en seco, por encima de cero y lejos de lo que arde; la mayoría de los seguros no pide más.
    .label = Seguridad de la batería
    .said =
        son seguras las baterías
        puede arder la batería
        riesgo de incendio al cargar
        normas contra incendios
        peligro del litio
        se puede cargar dentro del local
        el seguro nos deja cargar en el almacén
        certificado de la batería
answer-second_battery = Sí. El Powerpack ({ $powerpack-price }) va junto a la primera o viaja contigo y da casi otro tanto de distancia. La Weitläufer lleva dos de serie.
    .label = Segunda batería
    .said =
        se puede poner una segunda batería
        se puede ampliar la autonomía
        dos baterías a la vez
        qué hago si no llega con una carga
        batería más grande como opción
        doble batería
        quiero más alcance
        llevar otra batería encima
answer-range_real = Medimos a media carga, en ciudad, a 20 °C y con 80 kg al manillar. Con el cajón lleno y muchas cuestas cuenta con una cuarta parte menos, y con heladas otra quinta parte menos.
    .label = Autonomía real
    .said =
        son realistas los kilómetros que decís
        cómo medís la autonomía
        autonomía con carga completa
        son kilómetros de verdad o publicidad
        cuánto hace cargada a tope
        baja la autonomía con el peso
        en la práctica llega a tanto
        esos kilómetros son los reales o los del folleto
answer-charging = Basta un enchufe normal, sin punto de carga especial. La batería se carga en la bici o se saca y se lleva dentro.
    .label = Cómo se carga
    .said =
        se puede enchufar en casa
        qué enchufe necesita
        cómo se carga
        vale un enchufe normal
        hace falta un punto de carga
        se puede sacar la batería
        cargar en casa
        hace falta un conector especial
        dónde cargamos las bicis
        wallbox
        230 voltios
answer-charging_cost = Unos 30 céntimos por llenar una batería de 1000 Wh, a 30 céntimos el kilovatio hora. Una bici que sale cada día gasta unos 70 euros de luz al año.
    .label = Coste de cargar
    .said =
        cuánto cuesta cargarla
        gasto de luz
        cuánta electricidad consume
        precio de una carga completa
        consumo
        cuánto gasta cada 100 km
        kilovatios hora
        factura de la luz
answer-winter = Funcionan todo el año. Bajo cero la autonomía cae un quinto, así que guarda la batería dentro por la noche; para el hielo hay ruedas con clavos, el juego Winterschuh a { $winterschuh-price }.
    .label = Uso en invierno
    .said =
        se puede usar con nieve
        le afecta el frío
        hielo y escarcha
        se puede usar en invierno
        qué pasa con nieve y hielo
        funciona con frío
        heladas
        autonomía a diez bajo cero
        en la sierra nieva mucho
        hay que guardarla en invierno
        resbala con hielo
answer-rain = La lluvia no es problema: motor, batería y pantalla van sellados y los cajones cierran bien. Para quien conduce, unos modelos traen techo y a los demás se les pone el Regendach.
    .label = Lluvia
    .said =
        y si cae un chaparrón
        y si llueve
        es impermeable
        se moja el pan
        puede quedarse fuera lloviendo
        mi gente se va a empapar
        mal tiempo
        el cajón es estanco
        agua en el motor
answer-hills = Sí. El motor sube una bici cargada por un 15 %, y más en tramos cortos. Si tu ciudad es más empinada, ven a probarla con tu carga.
    .label = Cuestas
    .said =
        sube una cuesta con carga completa
        aguanta las cuestas de aquí
        aquí hay muchas cuestas
        puede con una pendiente
        sube bien las rampas
        sube cuestas
        aquí hay mucha pendiente
        puede con las subidas
        zona montañosa
        tiene fuerza el motor para cuestas
        qué pendiente aguanta
        cuesta arriba con carga
        par motor
answer-handling = Las de dos ruedas van como una bici larga; a los diez minutos te olvidas del cajón. Las de tres se sostienen solas y piden curvas despacio, por eso lo enseñamos a cada persona.
    .label = Cómo se conduce
    .said =
        es difícil de llevar
        vuelca
        cómo se maneja
        hace falta práctica
        es estable en las curvas
        qué es más fácil, dos o tres ruedas
        cualquiera puede montarla
        es torpe en el tráfico
answer-brakes = Todas llevan frenos de disco hidráulicos de cuatro pistones y freno de estacionamiento. Cargada a tope y a 25 km/h, se para en unos cinco metros.
    .label = Frenos
    .said =
        qué frenos lleva
        distancia de frenado
        frena bien cargada
        frenos de disco
        se detiene a tiempo con peso
        freno de mano
        frenar cuesta abajo
        hidráulicos
answer-punctures = Las cubiertas llevan una capa gruesa de protección; de media hay un pinchazo cada 4.000 kilómetros. Lo arregla cualquier tienda, y el Pflegepaket incluye las cubiertas.
    .label = Cubiertas y pinchazos
    .said =
        pinchazos
        cada cuánto se pincha
        ruedas antipinchazos
        qué cubiertas lleva
        puedo cambiar yo la cámara
        tubeless
        cristales en la calle
        se desinflan las ruedas
answer-noise = Apenas más que una bici: un zumbido suave al arrancar. Por eso la usan panaderos a las cuatro de la mañana.
    .label = Ruido
    .said =
        hace mucho ruido
        son ruidosas
        se puede repartir de noche sin despertar a nadie
        es silenciosa de madrugada
        ruido del motor
        decibelios
        se quejan los vecinos
        nivel sonoro
answer-licence = Ni carné ni matrícula: en la UE cuenta como bicicleta, porque el motor solo ayuda hasta { $brotbote-top_speed_kmh } y solo si pedaleas. En Austria se puede llevar desde los 12 años.
    .label = Carné de conducir
    .said =
        necesito carné para llevarla
        mis empleados necesitan carné
        hace falta carné
        se necesita permiso de conducir
        a partir de qué edad se puede llevar
        lleva matrícula
        hay que matricularla
        la puede llevar un aprendiz
        legalmente es una bicicleta
        homologación
answer-helmet = Para adultos no es obligatorio en Austria ni en Alemania; en España fuera de ciudad sí. Nosotros lo recomendamos, y muchas empresas lo exigen.
    .label = Casco
    .said =
        es obligatorio el casco
        hay que llevar casco
        mi gente necesita casco
        ley del casco
        chaleco reflectante
        ropa de protección
        equipo de seguridad para conducir
        casco de bici
answer-speed_limit = A { $brotbote-top_speed_kmh } el motor se corta por ley; a cambio sigue siendo una bici, sin carné, matrícula ni seguro obligatorio. En ciudad rara vez irás más lento que una furgoneta.
    .label = Por qué 25 km/h
    .said =
        por qué solo 25
        puede ir más rápido de 25
        hay versión de 45 km/h
        speed pedelec
        se puede quitar el limitador
        está limitado el motor
        límite de velocidad
        trucarla
answer-cycle_lanes = Puede ir por carriles bici, por carriles bus donde se admiten bicis y por muchas zonas peatonales en horario de reparto. En Austria no hay carril cerrado hasta 100 cm de ancho, y todas las nuestras son más estrechas; en tu ciudad manda la ordenanza.
    .label = Por dónde se puede ir
    .said =
        puede ir por el carril bici
        se puede entrar en zona peatonal
        es bastante ancho el carril
        carril bus
        por dónde se puede circular
        calles de sentido único
        se puede ir por la acera
        ordenanza municipal de bicis
answer-parking = Puede estar donde pueda estar una bici, también en una plaza de coche, y para justo en la puerta. Sin zona azul ni tarjeta de residente.
    .label = Aparcar
    .said =
        dónde se aparca
        necesitamos plazas de aparcamiento
        puede quedarse en la acera
        zona azul
        zona de carga y descarga
        parar delante de la tienda
        pagar aparcamiento
        lleva pata de cabra
answer-storage = Basta un rincón seco de unos 2,6 por 1 metros por bici; la Winzling ocupa poco más que una bici normal. Fuera también puede estar, con funda y candado.
    .label = Guardarla de noche
    .said =
        dónde las guardamos de noche
        cuánto sitio ocupa
        puede dormir fuera
        hace falta garaje
        cuánto mide de largo
        guardar las bicis
        nos cabe en el patio
        espacio para almacenarlas
answer-city_bans = Sí, las bicis de carga entran: las zonas de bajas emisiones, los cascos sin coches y las prohibiciones nocturnas no rigen para bicicletas. Muchos clientes empezaron por eso.
    .label = Centros con restricciones
    .said =
        zona de bajas emisiones
        el centro está cerrado al tráfico
        prohibición de furgonetas
        prohibición del diésel
        puedo entrar en zonas restringidas
        madrid central
        acceso al casco histórico
        restricciones de circulación
answer-children = No, nuestras bicis están homologadas solo para mercancía, no para personas. Para niños mira mejor a fabricantes de bicis familiares.
    .label = Niños y pasajeros
    .said =
        se pueden llevar niños
        los críos en el cajón
        sillita infantil
        hay asiento de pasajero
        pueden ir dos personas
        puedo llevar al perro
        para una guardería
        taxi bici con pasajeros
answer-rider_weight = Quien conduce puede pesar hasta 120 kg, con ropa y mochila; eso va aparte de la carga útil.
    .label = Peso de quien conduce
    .said =
        peso máximo del conductor
        cuánto puede pesar quien la lleva
        peso 130 kilos
        el conductor cuenta en la carga
        límite de peso de la persona
        nuestro repartidor es muy corpulento
        peso total autorizado
        peso corporal
answer-rider_height = De 1,55 a 2,00 metros más o menos: sillín y manillar se ajustan sin herramientas, y así varias personas comparten una bici.
    .label = Estatura de quien conduce
    .said =
        vale para gente alta
        tallas de cuadro
        qué altura hay que medir
        mido solo 1,58
        pueden compartirla varios conductores
        se regula el sillín
        talla única
        sirve para mujeres bajitas
answer-training = Sí, con el Fahrtraining: medio día en vuestra sede para hasta ocho personas, { $fahrtraining-price } sin IVA. La mayoría lo necesita menos de lo que cree y se divierte más.
    .label = Formación del equipo
    .said =
        formáis a nuestros conductores
        formación para el personal
        clases de conducción
        mi gente nunca ha llevado una
        curso para empleados
        enseñáis a usarla en la entrega
        formación en seguridad
        nos enseñáis a llevarla
answer-test_ride_how = La prueba es gratis, dura unos cuarenta minutos y no compromete a nada. En Graz están todos los modelos; desde cinco bicis vamos nosotros.
    .label = Cómo es la prueba
    .said =
        cuesta algo la prueba
        cuánto dura la prueba
        dónde se hacen las pruebas
        qué llevo a la prueba
        se pueden probar varios modelos
        venís vosotros a enseñarla
        es gratis probarla
        en qué consiste la prueba
answer-trial_week = Por 90 euros tienes una bici una semana de trabajo real, con entrega y recogida a menos de 100 km de Graz o Múnich. Si haces el pedido, te los descontamos.
    .label = Una semana de prueba
    .said =
        podemos probarla una semana
        semana de prueba
        periodo de prueba más largo
        dejarnos una unos días
        probarla en el trabajo diario
        proyecto piloto
        bici de demostración prestada
        dos semanas a prueba antes de decidir
answer-rental = Sí, desde un mes: 290 euros al mes la mayoría de los modelos, con servicio y seguro. Bien para una temporada o un mercado; a la larga el leasing sale mejor.
    .label = Alquiler
    .said =
        se pueden alquilar
        alquiler
        alquilar para el verano
        alquiler por tres meses
        alquilar para un evento
        alquiler en vez de leasing
        mercadillo de navidad
        alquiláis por semanas o meses
answer-used_bikes = De vez en cuando: bicis de demostración y de fin de leasing, revisadas, con batería nueva y un año de garantía, más o menos un cuarto por debajo del precio nuevo. Lo que hay hoy: { $web }.
    .label = Bicis de segunda mano
    .said =
        algo de segunda mano
        una usada más barata
        vendéis bicis de segunda mano
        usadas
        reacondicionadas
        bicis de exposición
        seminuevas
        tenéis alguna de ocasión
        bicis de fin de leasing
        unidades de demostración en venta
answer-trade_in = Recogemos nuestras propias bicis a cuenta de otras nuevas, con precio según edad y estado. Furgonetas y otras marcas no compramos.
    .label = Entregar la bici vieja
    .said =
        cogéis la vieja como parte del pago
        cambiar la bici vieja por una nueva
        nos compráis la furgoneta
        entrega a cuenta
        recompra
        cuánto me dais por la antigua
        plan renove
        os vendemos las nuestras
answer-branding = Sí: el vinilo con vuestro logo y colores cuesta { $beschriftung-price } por bici, diseño incluido. El cuadro en cualquier color RAL son 180 euros más y tarda dos semanas más.
    .label = Logo y colores
    .said =
        podéis poner nuestro logo
        color propio
        pintura personalizada
        publicidad en el cajón
        con los colores de la empresa
        imagen corporativa
        pegatinas
        color ral
        personalizar la bici
answer-custom_build = Muchas veces sí. Hacemos cajones, estantes y soportes a medida desde unas tres bicis; el plano y el precio tardan una semana. Cuadro y motor se quedan como están homologados.
    .label = Cajones a medida
    .said =
        hacéis un cajón especial
        a medida
        fabricación especial
        necesitamos un soporte propio
        adaptar la bici a nuestra máquina
        solución individual
        otro cajón en el mismo cuadro
        se puede modificar la zona de carga
answer-retrofit = Casi todo se puede añadir luego: techo, localizador, cajones, segunda batería y, en la mayoría, la bola de remolque. El taller lo hace en una o dos horas.
    .label = Añadir cosas después
    .said =
        se pueden añadir accesorios después
        montarlo más adelante
        actualizar una bici antigua
        poner un techo más tarde
        sirve el equipo nuevo en bicis viejas
        ir añadiendo cosas poco a poco
        instalación posterior
        equipar más tarde
answer-trailer = Sí: el remolque Huckepack lleva { $huckepack-payload_kg } y cuesta { $huckepack-price }. La Zugpferd está hecha para eso y tira de hasta { $zugpferd-towing_kg }.
    .label = Remolques
    .said =
        puede llevar remolque
        tenéis remolques
        bola de enganche
        enganche
        enganchar un carro detrás
        dos remolques a la vez
        acoplar algo pesado
        ir con remolque
answer-box_sizes = Desde { $winzling-box_volume_l } en la Winzling hasta { $stadtwerker-box_volume_l } en la Stadtwerker. Las cajas Euro de 60 por 40 cm entran en todos los cajones desde la Brotbote, que lleva doce cajas de pan.
    .label = Tamaños de cajón
    .said =
        qué tamaños de cajón hay
        entran cajas euro
        cuántas cajas de pan caben
        medidas interiores
        cabe un palé
        medidas del cajón
        dimensiones de la caja
        entra un tablero de 120
answer-food_hygiene = Los cajones para alimentos son lisos por dentro, de plástico apto para alimentos, y se limpian con manguera. Traen la declaración de conformidad que pide la inspección.
    .label = Higiene alimentaria
    .said =
        es apto para alimentos
        normas de higiene para el pan
        cómo se limpia el cajón
        se puede lavar con manguera
        inspección de sanidad
        huele el cajón
        desinfectar
        plástico alimentario
answer-haccp = Para productos fríos, la Frostbeule registra la temperatura cada minuto y te da la lista en un archivo. Eso cubre el transporte en tu plan APPCC; el plan sigue siendo tuyo.
    .label = Papeles APPCC
    .said =
        appcc
        haccp
        registro de temperatura
        demostrar la cadena de frío
        documentación para sanidad
        control de temperatura
        registrador de datos
        papeles para la auditoría
answer-cooling = La Frostbeule enfría activamente entre 2 y 7 °C durante ocho horas y cuesta { $frostbeule-price }. Para rutas cortas suele bastar el inserto Kaltblock, { $kaltblock-price }.
    .label = Mantener el frío
    .said =
        cómo mantengo el frío
        podemos repartir helado
        se queda por debajo de cinco grados
        refrigeración activa
        cuánto aguanta el frío
        reparto de pescado
        transporte frigorífico
        se derrite la nata en verano
        cadena de frío
answer-theft = Todas llevan candado de cuadro y cajón con llave. Añade el localizador Spürnase ({ $spuernase-price }) y una cadena por la noche; de 900 bicis nos han robado once y seis volvieron.
    .label = Robo y candados
    .said =
        cómo se cierra
        miedo a los ladrones
        y si la roban
        cómo la aseguro contra ladrones
        qué candado lleva
        se roban mucho
        antirrobo
        alarma
        pueden robar los paquetes
        se cierra con llave el cajón
        me da miedo que se la lleven
        qué pasa si desaparece en la calle
answer-insurance = El Rundumschutz cubre robo, caída y vandalismo por { $rundumschutz-price } por bici y año. Por ley no hace falta ninguno; el seguro de responsabilidad de la empresa suele cubrir el uso, pregúntalo.
    .label = Seguro
    .said =
        ofrecéis seguro
        es obligatorio el seguro
        cuánto cuesta el seguro
        quién asegura las bicis
        responsabilidad civil
        cubre vandalismo
        asegurar la flota
        póliza
answer-tracking = Con la Spürnase ves todas las bicis en un mapa. Sigue a la bici, no a la persona: díselo a tu gente y apaga el historial si no lo necesitas.
    .label = Localizar las bicis
    .said =
        puedo ver dónde están las bicis
        seguimiento de flota
        localización en directo
        posición gps de los repartidores
        controlar las rutas
        es legal localizar a los empleados
        telemática
        mapa con todos los vehículos
answer-app = La hay y no hace falta: muestra carga, distancia y próxima revisión de cada bici. Gratis tres años, luego 2 euros por bici y mes.
    .label = La aplicación
    .said =
        hay una app
        hace falta un móvil
        programa para la flota
        ver la batería en el móvil
        android o iphone
        suscripción de la aplicación
        panel para el jefe de flota
        api para nuestras rutas
answer-keys = Una llave para candado, cajón y batería, y si quieres, la misma para toda la flota. Las perdidas se reponen por número en dos días.
    .label = Llaves
    .said =
        cuántas llaves vienen
        una llave para todas las bicis
        he perdido la llave
        llaves iguales
        copia de la llave
        hay sistema sin llave
        tarjeta en vez de llave
        llave maestra
answer-software_updates = Motor y pantalla se actualizan en cada revisión, gratis. Nada se actualiza por el aire mientras circulas.
    .label = Actualizaciones
    .said =
        actualizaciones de software
        firmware
        se actualiza sola
        son gratis las actualizaciones
        actualizar por internet
        tendrá funciones nuevas la pantalla
        cómo actualizo el motor
        nueva versión del programa
answer-sustainability = Cuadros de acero austriaco y alemán, soldados y pintados en Graz con energía solar; las baterías vuelven al fabricante para reciclar. Lo que aún no sabemos hacer mejor: las celdas vienen de Corea.
    .label = Materiales y reciclaje
    .said =
        cómo de sostenibles son vuestras bicis
        de dónde viene el material
        la producción es ecológica
        reciclaje al final de su vida
        huella ambiental de la batería
        ecológicas
        tenéis certificado ambiental
        cadena de suministro
answer-co2 = Una furgoneta menos ahorra unas dos toneladas de CO2 al año con 10.000 km. La bici gasta unos 25 kg al año con electricidad austriaca.
    .label = CO2 que se ahorra
    .said =
        cuánto co2 ahorramos
        huella de carbono
        emisiones frente a una furgoneta
        balance climático
        co2 por kilómetro
        datos para nuestra memoria de sostenibilidad
        gases de efecto invernadero
        toneladas de carbono
answer-too_expensive = Es bastante dinero, es verdad. Lo que ayuda: un modelo más pequeño como la Winzling por { $winzling-price }, el leasing (la Brotbote a { $brotbote-lease } al mes), una ayuda pública en muchos sitios o una bici de ocasión. Dime qué transportas y busco la más pequeña que te sirva.
    .label = Demasiado cara
    .said =
        mi jefe no va a pagar eso
        no nos lo van a aprobar
        no vamos a gastar tanto
        es mucho dinero
        se sale de nuestro presupuesto
        no me lo puedo permitir
        es demasiado caro
        qué pasada de precio
        eso es carísimo
        se nos va de presupuesto
        no podemos pagar tanto
        por ese dinero me compro un coche
        me parece mucho para una bici
        no tenéis nada más económico
        ese precio es un robo
        pedís un robo por una bici
        me parece un atraco lo que cuesta
answer-van_cost = Una furgoneta pequeña cuesta a la mayoría entre 600 y 800 euros al mes con combustible, impuestos, seguro y aparcamiento. Una Brotbote en leasing con servicio y seguro anda por los 160; compensa en cuanto sustituye de verdad a una.
    .label = Coste frente a la furgoneta
    .said =
        sale más barata que una furgoneta
        cuánto ahorramos respecto a la furgoneta
        sale más a cuenta que una furgoneta
        comparar costes con un coche
        cuándo se amortiza
        coste total
        cuánto ahorramos frente a las furgos
        merece la pena
        es rentable
        retorno de la inversión
answer-replace_a_van = En unos cinco kilómetros a la redonda y hasta 250 kg por viaje, una bici suele hacer el trabajo de una furgoneta, porque no necesita aparcamiento. Los trayectos largos y los palés siguen en la furgoneta; casi todos conservan una.
    .label = Sustituir una furgoneta
    .said =
        puede una bici sustituir a una furgoneta
        cuántas furgonetas nos podemos quitar
        basta una bici para repartir
        cuántas paradas al día
        hace el trabajo de un coche
        límites de una bici de carga
        qué no puede hacer una bici
        seguiremos necesitando las furgonetas
answer-difference = Solo fabricamos para trabajar, con un cajón para cada oficio y servicio en vuestra sede. Hay otras más baratas o bicis familiares más bonitas; si es lo que buscas, coge esas.
    .label = Por qué Pedalwerk
    .said =
        por qué comprar vuestras bicis
        qué os diferencia
        comparación con otras marcas
        mejor que urban arrow
        ventajas frente a la competencia
        otras marcas son más baratas
        qué tienen de especial
        por qué pedalwerk
answer-production_place = Cuadros y cajones se hacen en Graz, los motores vienen de Alemania, frenos y cambios de Japón, las celdas de Corea. Cada bici la montan dos personas de principio a fin.
    .label = Dónde se fabrican
    .said =
        dónde se fabrican
        son hechas en austria
        quién hace los motores
        vienen de china
        lugar de fabricación
        origen de las piezas
        qué marca de motor
        fabricáis vosotros mismos
answer-who_are_you = Pedalwerk fabrica bicis de carga eléctricas para empresas en Graz desde 2012. Somos 46 personas, la empresa es de sus dos fundadores y unas 900 bicis nuestras están en la calle.
    .label = Sobre Pedalwerk
    .said =
        cuánto tiempo lleváis
        desde cuándo existe la empresa
        quiénes sois
        cuéntame algo de la empresa
        desde cuándo existís
        cómo de grande es pedalwerk
        de quién es la empresa
        historia de la empresa
        qué clase de empresa sois
        cuántos empleados tenéis
answer-references = Unas 120 empresas usan nuestras bicis: panaderías, mensajerías, fontaneros y nueve ayuntamientos. Damos nombres solo si están de acuerdo; dinos tu sector y te ponemos en contacto con alguien del mismo.
    .label = Quién usa nuestras bicis
    .said =
        quién las usa ya
        algún cliente conocido
        quién usa vuestras bicis
        referencias
        tenéis clientes de nuestro sector
        otras panaderías con vuestras bicis
        casos de éxito
        puedo hablar con un cliente vuestro
        qué empresas las llevan
        experiencias de otros ayuntamientos
answer-factory_visit = Con gusto: cada jueves a las 14:00 hay visita a la fábrica de Graz, una hora más o menos, en alemán o inglés. Avísanos antes en { $email }.
    .label = Visita a la fábrica
    .said =
        se puede visitar la fábrica
        visita guiada
        ver cómo se hacen las bicis
        enseñáis el taller
        tenéis exposición
        jornada de puertas abiertas
        conocer la producción
        me gustaría ver la planta
answer-opening_hours = El equipo está { $hours }. Yo, siempre.
    .label = Horario
    .said =
        cuándo abrís
        horario
        abrís los sábados
        a qué hora cerráis
        horas de oficina
        cuándo puedo llamar
        estáis el fin de semana
        horario de atención
answer-address = Werkgasse 4, 8020 Graz, a diez minutos en bici de la estación central. Hay aparcamiento, también para bicis.
    .label = Dirección
    .said =
        dónde estáis
        cuál es vuestra dirección
        cómo llego
        dónde está la tienda
        en qué calle estáis
        tenéis oficina en madrid
        ubicación
        sede
answer-brochure = Las fichas y el folleto están en { $web } en PDF, en cuatro idiomas. Si lo quieres por correo o en papel, escribe a { $email }.
    .label = Folleto y fichas
    .said =
        no hace falta que me llaméis, con un correo me vale
        mándame información por correo electrónico
        en vez de llamar, escribidme con la info
        me podéis mandar un folleto
        ficha técnica
        catálogo en pdf
        material informativo
        tenéis fotos
        documento con los datos técnicos
        mandadme algo para leer
        dossier
        pásame la información por email
        prefiero recibirlo por escrito
        envíame los datos a mi correo electrónico
answer-private_customers = Vendemos a empresas, asociaciones y entidades públicas. Los particulares también son bienvenidos, a la misma tarifa más IVA, solo que sin leasing ni servicio de flota.
    .label = Comprar como particular
    .said =
        puedo comprar como particular
        vendéis a particulares
        es para mi familia
        no tengo empresa
        para uso personal
        solo para la compra de la semana
        consumidor final
        soy un particular
answer-resellers = Trabajamos con tiendas de bicis que tengan taller propio. Manda unas líneas sobre la tuya a { $email }; el jefe de ventas contesta en una semana.
    .label = Ser distribuidor
    .said =
        queremos ser distribuidores
        podemos vender vuestras bicis en nuestra tienda
        condiciones para tiendas
        margen de distribuidor
        distribución en españa
        importar vuestras bicis
        ser taller asociado
        venta al por mayor
answer-jobs = Las vacantes están en { $web }; las candidaturas van a { $email } con "Job" en el asunto. Este chat es para clientes, así que más no te puedo decir.
    .label = Empleo
    .said =
        buscáis gente
        tenéis trabajo
        quiero trabajar con vosotros
        ofertas de empleo
        prácticas
        mandar mi candidatura
        empleo
        dónde envío mi currículum
answer-press = Para prensa: fotos y cifras en { $web }, entrevistas en { $email }. Si podemos, contestamos el mismo día laborable.
    .label = Prensa
    .said =
        soy periodista
        consulta de prensa
        entrevista con los fundadores
        artículo sobre vuestra empresa
        fotos de prensa
        contacto para medios
        queremos grabar un reportaje
        para un periódico
answer-complaints = Siento que algo haya salido mal. Dínoslo en { $phone } o { $email }; el jefe de servicio lee cada queja y contesta en dos días laborables.
    .label = Una queja
    .said =
        quiero poner una queja
        esto es inaceptable
        estoy muy descontento con el servicio
        nadie contesta a mis correos
        dónde puedo reclamar
        reclamación
        el mecánico no vino nunca
        hoja de reclamaciones
