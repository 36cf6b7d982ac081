#define VERDICT 2
