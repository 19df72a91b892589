existing_customer-hello = Qué bien que escribas. Las averías urgentes van más rápido por teléfono: { $phone }.
existing_customer-topic = ¿De qué se trata?
existing_customer-part = Las piezas salen de Graz, la mayoría en dos días laborables. El número de cuadro, bajo el sillín, ayuda a dar con la correcta.
existing_customer-bill = Las facturas y contratos los lleva contabilidad y yo no los veo desde aquí. Escribe a { $email } con el número de factura y tendrás respuesta en dos días laborables.
existing_customer-sorry = Siento que haya salido mal. Cuéntame qué ha pasado y le llega al jefe de servicio palabra por palabra.
existing_customer-done = Gracias. El servicio técnico tiene tu nota y te llama, en días laborables en el plazo de un día.
