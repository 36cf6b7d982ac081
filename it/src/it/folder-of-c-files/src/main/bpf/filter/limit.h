unsigned limit(unsigned length);
