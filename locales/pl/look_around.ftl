look_around-reply = Jasne, można oglądać bez pośpiechu. Gdy pojawi się pytanie, wystarczy je zadać; niczego nie trzeba tu decydować.
