existing_customer-hello = Good to have you here. Urgent faults are quickest by phone: { $phone }.
existing_customer-topic = What is it about?
existing_customer-part = Parts are sent from Graz, most of them within two working days. The frame number under the saddle helps to find the right one.
existing_customer-bill = Invoices and contracts are with our accounts desk, and I cannot see them from here. Please write to { $email } with your invoice number; you get an answer within two working days.
existing_customer-sorry = I am sorry that it went wrong. Tell me what happened, and it goes to the head of service, word for word.
existing_customer-done = Thank you. The service team has your note and calls you back, on working days within a day.
