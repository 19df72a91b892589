by_mail-fine = Dobrze, w takim razie pisemnie.
by_mail-mail = Na jaki adres e-mail możemy napisać?
by_mail-done = Zapisane, odpowiemy e-mailem. Można też napisać do nas: { $email }.
by_mail-open = W porządku. Można się z nami skontaktować w dowolnej chwili: { $phone } albo { $email }.
