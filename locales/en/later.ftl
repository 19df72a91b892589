later-fine = Take the time you need; what you told me is kept, and you can go on here whenever you like.
later-next = Shall I note a day for a call, or would you rather come back by yourself?
