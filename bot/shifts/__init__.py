"""Which shifts are meant, and what becomes of them: who steps in, what is in the way, who need not come."""
