compliment-reply = Thank you, I will pass that on to the workshop. They like to hear it.
