by_mail-fine = Gladly, in writing then.
by_mail-mail = Which e-mail address may we write to?
by_mail-done = Noted, a colleague answers by e-mail. You can also write to us: { $email }.
by_mail-open = Fine. You reach us whenever it suits you: { $phone } or { $email }.
