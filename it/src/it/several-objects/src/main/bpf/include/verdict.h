int verdict(void);
