spam-reply = Thank you, we are not looking for that. This chat is for people who want to know about our bikes.
