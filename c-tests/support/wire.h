/* Bytes on their way from one end of a connection to the other, in memory. For programs with several connections; support/pair.h has
 * pipes that can do more. */
#ifndef WIRE_H
#define WIRE_H

#include <mbedtls/ssl.h>

#include <string.h>

struct wire {
    unsigned char data[1 << 15];
    size_t length;
    size_t position;
};

/* As f_send. */
static inline int wire_put(struct wire *wire, const unsigned char *bytes, size_t length)
{
    if (wire->position == wire->length) {
        wire->position = wire->length = 0;
    }
    if (length > sizeof wire->data - wire->length) {
        return MBEDTLS_ERR_SSL_WANT_WRITE;
    }
    memcpy(wire->data + wire->length, bytes, length);
    wire->length += length;
    return (int) length;
}

/* As f_recv. */
static inline int wire_take(struct wire *wire, unsigned char *bytes, size_t length)
{
    size_t there = wire->length - wire->position;

    if (there == 0) {
        return MBEDTLS_ERR_SSL_WANT_READ;
    }
    if (length > there) {
        length = there;
    }
    memcpy(bytes, wire->data + wire->position, length);
    wire->position += length;
    return (int) length;
}

#endif
