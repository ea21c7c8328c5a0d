#include "sealer.h"

#include "pair.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>

#define TAG_LENGTH 16

/* HKDF-Expand-Label with an empty context (RFC 8446 section 7.1); every output here fits one block of SHA-256. */
static void expand_label(const unsigned char secret[32], const char *label, unsigned char *out, size_t length)
{
    unsigned char info[64], block[32];
    size_t label_length = strlen(label), at = 0;

    info[at++] = 0;
    info[at++] = (unsigned char) length;
    info[at++] = (unsigned char) (6 + label_length);
    memcpy(info + at, "tls13 ", 6);
    at += 6;
    memcpy(info + at, label, label_length);
    at += label_length;
    info[at++] = 0; /* no context */
    info[at++] = 1; /* the counter of HKDF-Expand */
    if (HMAC(EVP_sha256(), secret, 32, info, at, block, NULL) == NULL) {
        die("HMAC");
    }
    memcpy(out, block, length);
}

static void derive_keys(struct sealer *sealer)
{
    expand_label(sealer->secret, "key", sealer->key, sizeof sealer->key);
    expand_label(sealer->secret, "iv", sealer->iv, sizeof sealer->iv);
    sealer->sequence = 0;
}

void sealer_init(struct sealer *sealer, const unsigned char *traffic_secret, size_t length)
{
    if (length != sizeof sealer->secret) {
        die("the sealer needs a secret of SHA-256");
    }
    memcpy(sealer->secret, traffic_secret, length);
    derive_keys(sealer);
}

void sealer_update(struct sealer *sealer)
{
    unsigned char next[32];

    expand_label(sealer->secret, "traffic upd", next, sizeof next);
    memcpy(sealer->secret, next, sizeof next);
    derive_keys(sealer);
}

/* The static IV with the sequence number XORed into its end (section 5.3); counts the record. */
static void next_nonce(struct sealer *sealer, unsigned char nonce[12])
{
    memcpy(nonce, sealer->iv, 12);
    for (int i = 0; i < 8; i++) {
        nonce[11 - i] ^= (unsigned char) (sealer->sequence >> (8 * i));
    }
    sealer->sequence++;
}

size_t seal(struct sealer *sealer, enum content_type type, const void *content, size_t length, size_t padding,
            unsigned char *out)
{
    static unsigned char inner[1 << 15];
    unsigned char nonce[12];
    size_t inner_length = length + 1 + padding, body = inner_length + TAG_LENGTH;
    int written;
    EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();

    if (inner_length > sizeof inner || cipher == NULL) {
        die("seal");
    }
    if (length > 0) {
        memcpy(inner, content, length);
    }
    inner[length] = (unsigned char) type;
    memset(inner + length + 1, 0, padding);

    out[0] = APPLICATION_DATA;
    out[1] = 3;
    out[2] = 3;
    out[3] = (unsigned char) (body >> 8);
    out[4] = (unsigned char) body;
    next_nonce(sealer, nonce);
    if (EVP_EncryptInit_ex(cipher, EVP_aes_128_gcm(), NULL, sealer->key, nonce) != 1 ||
        EVP_EncryptUpdate(cipher, NULL, &written, out, 5) != 1 ||
        EVP_EncryptUpdate(cipher, out + 5, &written, inner, (int) inner_length) != 1 ||
        EVP_EncryptFinal_ex(cipher, out + 5 + written, &written) != 1 ||
        EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_GET_TAG, TAG_LENGTH, out + 5 + inner_length) != 1) {
        die("AES-GCM");
    }
    EVP_CIPHER_CTX_free(cipher);
    return 5 + body;
}

int unseal(struct sealer *sealer, const unsigned char *record, size_t length, enum content_type *type, unsigned char *content)
{
    unsigned char nonce[12], tag[TAG_LENGTH];
    int written = 0, end = 0, ok;
    EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();

    if (length < SEALED_OVERHEAD || cipher == NULL) {
        die("unseal");
    }
    memcpy(tag, record + length - TAG_LENGTH, TAG_LENGTH);
    next_nonce(sealer, nonce);
    ok = EVP_DecryptInit_ex(cipher, EVP_aes_128_gcm(), NULL, sealer->key, nonce) == 1 &&
         EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_SET_TAG, TAG_LENGTH, tag) == 1 &&
         EVP_DecryptUpdate(cipher, NULL, &written, record, 5) == 1 &&
         EVP_DecryptUpdate(cipher, content, &written, record + 5, (int) (length - 5 - TAG_LENGTH)) == 1 &&
         EVP_DecryptFinal_ex(cipher, content + written, &end) == 1;
    EVP_CIPHER_CTX_free(cipher);
    while (ok && written > 0 && content[written - 1] == 0) {
        written--;
    }
    if (!ok || written == 0) {
        return -1;
    }
    *type = (enum content_type) content[written - 1];
    return written - 1;
}
