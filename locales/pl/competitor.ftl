competitor-reply = Dzięki za szczerość. Nasze ceny i specyfikacje są publiczne: { $web }. Do innych spraw między kolegami z branży służy { $email }.
