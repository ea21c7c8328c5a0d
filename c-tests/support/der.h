/* Certificates, lists and requests as no tool makes them: DER put together value by value. Nothing is freed; programs end. */
#ifndef SUPPORT_DER_H
#define SUPPORT_DER_H

#include <stddef.h>

struct der {
    unsigned char *p;
    size_t len;
};

/* A value: its tag, and its contents up to NONE. Lengths are in their shortest form. */
struct der value(unsigned tag, ...);

/* Contents: the bytes of hexadecimal digits, or of a text. */
struct der hex(const char *digits);
struct der text(const char *text);

/* Values one behind another, up to NONE. */
struct der join(struct der first, ...);

/* What ends the arguments, and what stands among them for a value that is left out. */
#define NONE ((struct der){ NULL, 0 })
extern const struct der ABSENT;

#endif
