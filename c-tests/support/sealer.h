/* Makes TLS 1.3 records as a server would, so that a test can send any message it likes after the handshake.
 *
 * The sealer takes over from a server that has sent nothing under its application keys; from then on that server must not
 * write. Only TLS_AES_128_GCM_SHA256. The primitives are OpenSSL's, so that the library under test does not judge itself.
 */
#ifndef SEALER_H
#define SEALER_H

#include <stddef.h>
#include <stdint.h>

enum content_type { ALERT = 21, HANDSHAKE = 22, APPLICATION_DATA = 23 };

struct sealer {
    unsigned char secret[32];
    unsigned char key[16];
    unsigned char iv[12];
    uint64_t sequence;
};

void sealer_init(struct sealer *sealer, const unsigned char *traffic_secret, size_t length);

/* The next secret of the same direction (RFC 8446 section 7.2), as after a KeyUpdate. */
void sealer_update(struct sealer *sealer);

#define SEALED_OVERHEAD 22 /* header, inner content type, tag */

/* Writes one record to `out` (length + padding + SEALED_OVERHEAD bytes) and returns its length. */
size_t seal(struct sealer *sealer, enum content_type type, const void *content, size_t length, size_t padding,
            unsigned char *out);

/* Opens one record. Returns the length of its content, or -1 when the keys do not fit. */
int unseal(struct sealer *sealer, const unsigned char *record, size_t length, enum content_type *type, unsigned char *content);

#endif
