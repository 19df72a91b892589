student-reply = Good topic. Data sheets and pictures for free use are at { $web }, and for interviews please write to { $email } with your questions; we answer two or three such requests a month.
