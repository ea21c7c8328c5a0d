/* A connected pair whose server side is played by the test: NewSessionTicket messages of any shape, and what the client says. */
#ifndef TICKET_H
#define TICKET_H

#include "pair.h"
#include "sealer.h"

/* The fields of a NewSessionTicket (RFC 8446 section 4.6.1). */
struct ticket {
    uint32_t lifetime;
    const char *nonce;
    const char *ticket;
    const unsigned char *extensions; /* the list without its length */
    size_t extensions_length;
};

#define TICKET_CAPACITY 2048

/* Encodes the message with its handshake header; returns its length. */
size_t ticket_message(const struct ticket *ticket, unsigned char out[TICKET_CAPACITY]);

/* A small and flawless one: lifetime of an hour, nonce "n", ticket NAME, no extensions. */
size_t good_ticket(const char *name, unsigned char out[TICKET_CAPACITY]);

/* A pair, connected, its client with signalling as asked; `sealer` speaks for the server from here on. */
struct pair *connected(int signalling, struct sealer *sealer);

/* Reconnects the pair and sets the sealer up again. */
void reconnect(struct pair *pair, struct sealer *sealer);

/* One record from the server, with everything visible to the client. */
void serve(struct pair *pair, struct sealer *sealer, enum content_type type, const void *content, size_t length);
void serve_text(struct pair *pair, struct sealer *sealer, const char *text);

/* Calls mbedtls_ssl_read() until it returns something else than WANT_READ with nothing left to read, printing each code.
 * Returns the last code. */
int print_reads(const char *label, struct pair *pair);

/* Prints what the client has sent since it connected: alerts by number, the length of anything else. */
void print_client_records(const char *label, struct pair *pair);

/* The client writes a text and the server has to read just that. Returns 1, or prints what went wrong and returns 0. */
int write_goes_through(struct pair *pair, const char *text);

#endif
