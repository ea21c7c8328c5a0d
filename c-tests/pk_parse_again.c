/* Keys that are read into a context that holds one already, as a program does that renews its key. */
#include "support/pair.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
    unsigned char bytes[8192];
    size_t length; /* with the zero byte that ends PEM */
};

static void load(struct text *text, const char *name)
{
    char path[512];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s.key", getenv("CERTS"), name);
    file = fopen(path, "rb");
    if (file == NULL) {
        die(path);
    }
    text->length = fread(text->bytes, 1, sizeof text->bytes - 1, file);
    fclose(file);
    text->bytes[text->length++] = 0;
}

/* The same key as DER, in the form that the library writes. */
static void load_der(struct text *text, const char *name)
{
    struct text pem;
    mbedtls_pk_context pk;
    int length;

    load(&pem, name);
    mbedtls_pk_init(&pk);
    if (mbedtls_pk_parse_key(&pk, pem.bytes, pem.length, NULL, 0, mbedtls_ctr_drbg_random, NULL) != 0) {
        die("mbedtls_pk_parse_key");
    }
    length = mbedtls_pk_write_key_der(&pk, text->bytes, sizeof text->bytes);
    if (length <= 0) {
        die("mbedtls_pk_write_key_der");
    }
    memmove(text->bytes, text->bytes + sizeof text->bytes - length, (size_t) length);
    text->length = (size_t) length;
    mbedtls_pk_free(&pk);
}

static void show(const char *label, int code, const mbedtls_pk_context *pk)
{
    printf("  %s: -0x%04x, then %s of %d bits\n", label, (unsigned) -code, mbedtls_pk_get_name(pk), (int) mbedtls_pk_get_bitlen(pk));
}

int main(void)
{
    static const char *const files[] = { "ec", "rsa", "p384", "ec-sec1", "rsa-pkcs1", "rsa-encrypted" };
    struct text first, public_key, texts[10];
    const char *labels[10];
    size_t count = 0;
    mbedtls_pk_context pk;

    for (; count < 6; count++) {
        load(&texts[count], files[count]);
        labels[count] = files[count];
    }
    load_der(&texts[count], "p384");
    labels[count++] = "p384, DER";
    load_der(&texts[count], "rsa");
    labels[count++] = "rsa, DER";
    texts[count] = texts[0];
    texts[count].length--;
    labels[count++] = "PEM without its zero byte";
    memset(&texts[count], 'x', sizeof texts[count]);
    texts[count].length = 100;
    labels[count++] = "no key";

    load(&first, "ec");
    for (size_t i = 0; i < count; i++) {
        int code;

        mbedtls_pk_init(&pk);
        if (mbedtls_pk_parse_key(&pk, first.bytes, first.length, NULL, 0, mbedtls_ctr_drbg_random, NULL) != 0) {
            die("mbedtls_pk_parse_key");
        }
        printf("%s\n", labels[i]);
        for (int round = 1; round <= 3; round++) {
            code = mbedtls_pk_parse_key(&pk, texts[i].bytes, texts[i].length, NULL, 0, mbedtls_ctr_drbg_random, NULL);
            show("again", code, &pk);
        }
        code = mbedtls_pk_parse_key(&pk, texts[i].bytes, texts[i].length, (const unsigned char *) "secret", 6, mbedtls_ctr_drbg_random, NULL);
        show("with a password", code, &pk);
        code = mbedtls_pk_parse_key(&pk, texts[2].bytes, texts[2].length, NULL, 0, mbedtls_ctr_drbg_random, NULL);
        show("p384 after that", code, &pk);
        mbedtls_pk_free(&pk);
    }

    mbedtls_pk_init(&pk);
    if (mbedtls_pk_parse_key(&pk, first.bytes, first.length, NULL, 0, mbedtls_ctr_drbg_random, NULL) != 0) {
        die("mbedtls_pk_parse_key");
    }
    public_key.length = (size_t) mbedtls_pk_write_pubkey_der(&pk, public_key.bytes, sizeof public_key.bytes);
    memmove(public_key.bytes, public_key.bytes + sizeof public_key.bytes - public_key.length, public_key.length);
    puts("public keys");
    show("DER", mbedtls_pk_parse_public_key(&pk, public_key.bytes, public_key.length), &pk);
    show("no key", mbedtls_pk_parse_public_key(&pk, texts[count - 1].bytes, texts[count - 1].length), &pk);
    show("DER", mbedtls_pk_parse_public_key(&pk, public_key.bytes, public_key.length), &pk);
    if (mbedtls_pk_write_pubkey_pem(&pk, public_key.bytes, sizeof public_key.bytes) == 0) {
        show("PEM", mbedtls_pk_parse_public_key(&pk, public_key.bytes, strlen((char *) public_key.bytes) + 1), &pk);
    }
    mbedtls_pk_free(&pk);
    return 0;
}
