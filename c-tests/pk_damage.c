/* Keys that are damaged: cut, changed, with a byte too many or too few, and RSA keys whose numbers do not fit together. */
#include <mbedtls/error.h>
#include <mbedtls/pem.h>
#include <mbedtls/pk.h>
#include <mbedtls/rsa.h>

#include <stdio.h>
#include <string.h>

static unsigned seed = 7;

static int pseudo_random(void *state, unsigned char *output, size_t length)
{
    (void) state;
    for (size_t i = 0; i < length; i++) {
        seed = seed * 1103515245u + 12345u;
        output[i] = (unsigned char) (seed >> 16);
    }
    return 0;
}

static size_t read_file(const char *name, unsigned char *content, size_t room)
{
    char path[200];
    snprintf(path, sizeof(path), "tests/keys/%s", name);
    FILE *file = fopen(path, "rb");
    size_t length = file == NULL ? 0 : fread(content, 1, room, file);
    if (file != NULL) {
        fclose(file);
    }
    return length;
}

/* The code, and the key as it is written again. */
static void print_key(const char *what, int code, const mbedtls_pk_context *pk)
{
    unsigned char der[3000];
    unsigned sum = 0;
    printf(" %s -%04x", what, (unsigned) -code);
    if (code == 0) {
        int length = mbedtls_pk_write_key_der(pk, der, sizeof(der));
        length = length > 0 ? length : mbedtls_pk_write_pubkey_der(pk, der, sizeof(der));
        for (int i = 0; i < length; i++) {
            sum = sum * 31 + der[sizeof(der) - (size_t) length + (size_t) i];
        }
        printf("=%08x", sum);
    }
}

static const char *label, *password;

static void parse(const unsigned char *der, size_t length)
{
    unsigned char pem[5000];
    char begin[60], end[60];
    size_t pem_length;
    size_t password_length = password == NULL ? 0 : strlen(password);
    int is_public = strstr(label, "PUBLIC") != NULL;
    snprintf(begin, sizeof(begin), "-----BEGIN %s-----\n", label);
    snprintf(end, sizeof(end), "-----END %s-----\n", label);
    mbedtls_pem_write_buffer(begin, end, der, length, pem, sizeof(pem), &pem_length);

    for (int as_pem = 0; as_pem < 2; as_pem++) {
        const unsigned char *input = as_pem ? pem : der;
        size_t input_length = as_pem ? pem_length : length;
        mbedtls_pk_context pk;
        mbedtls_pk_init(&pk);
        int code = is_public ? mbedtls_pk_parse_public_key(&pk, input, input_length)
                             : mbedtls_pk_parse_key(&pk, input, input_length, (const unsigned char *) password,
                                                    password_length, pseudo_random, NULL);
        print_key(as_pem ? "pem" : "der", code, &pk);
        mbedtls_pk_free(&pk);
    }
    puts("");
}

static void damage(const char *name, const char *with_label, const char *with_password, size_t upto)
{
    unsigned char whole[3000], damaged[3001];
    size_t length = read_file(name, whole, sizeof(whole));
    label = with_label;
    password = with_password;
    printf("- %s\n", name);
    for (size_t at = 0; at < length; at += at < upto ? 1 : 97) {
        static const unsigned char changes[] = { 1, 0x20, 0x80 };
        for (size_t i = 0; i < sizeof(changes); i++) {
            memcpy(damaged, whole, length);
            damaged[at] ^= changes[i];
            printf("%u ^%02x", (unsigned) at, changes[i]);
            parse(damaged, length);
        }
        printf("%u cut", (unsigned) at);
        parse(whole, at);
        memmove(damaged + at, whole + at + 1, length - at - 1);
        printf("%u less", (unsigned) at);
        parse(damaged, length - 1);
        memcpy(damaged, whole, at);
        damaged[at] = 0;
        memcpy(damaged + at + 1, whole + at, length - at);
        printf("%u more", (unsigned) at);
        parse(damaged, length + 1);
    }
    memcpy(damaged, whole, length);
    damaged[length] = 0;
    printf("behind");
    parse(damaged, length + 1);
}

/* Each number of an RSA key is replaced by another one of the key. */
static void wrong_numbers(void)
{
    unsigned char whole[3000], changed[4000];
    size_t begin[9], end[9], at = 4;
    read_file("rsa1024.der", whole, sizeof(whole));
    label = "RSA PRIVATE KEY";
    password = NULL;
    for (int i = 0; i < 9; i++) {
        begin[i] = at;
        end[i] = at + 2 + whole[at + 1];
        if (whole[at + 1] == 0x81) {
            end[i] = at + 3 + whole[at + 2];
        }
        at = end[i];
    }
    puts("- RSA with another number in the place of one");
    for (int to = 0; to < 9; to++) {
        for (int from = 0; from < 9; from++) {
            size_t size = 4;
            for (int i = 0; i < 9; i++) {
                int take = i == to ? from : i;
                memcpy(changed + size, whole + begin[take], end[take] - begin[take]);
                size += end[take] - begin[take];
            }
            changed[0] = 0x30;
            changed[1] = 0x82;
            changed[2] = (unsigned char) ((size - 4) >> 8);
            changed[3] = (unsigned char) (size - 4);
            printf("%d for %d", from, to);
            parse(changed, size);

            mbedtls_pk_context pk;
            mbedtls_pk_init(&pk);
            if (mbedtls_pk_parse_key(&pk, changed, size, NULL, 0, pseudo_random, NULL) == 0) {
                unsigned char hash[32] = { 1 }, signature[MBEDTLS_PK_SIGNATURE_MAX_SIZE];
                size_t signature_length;
                /* Which of these keys sign is not told; that none signs wrongly is. */
                if (mbedtls_pk_sign(&pk, MBEDTLS_MD_SHA256, hash, sizeof(hash), signature, sizeof(signature),
                                    &signature_length, pseudo_random, NULL) == 0 &&
                    mbedtls_pk_verify(&pk, MBEDTLS_MD_SHA256, hash, sizeof(hash), signature, signature_length) != 0) {
                    puts("  a wrong signature");
                }
            }
            mbedtls_pk_free(&pk);
        }
    }
}

/* Of several keys in one text, the one with the first label counts. */
static void several(void)
{
    static const char *const names[] = { "prime256v1.pub.pem", "secp384r1.pk8.pem", "secp521r1.pem", "rsa1024.pem" };
    unsigned char text[8000];
    size_t length = 0;
    puts("- several keys in one text");
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        length += read_file(names[i], text + length, sizeof(text) - length - 1);
        text[length] = 0;
        mbedtls_pk_context pk;
        mbedtls_pk_init(&pk);
        int code = mbedtls_pk_parse_key(&pk, text, length + 1, NULL, 0, pseudo_random, NULL);
        printf("%s: -%04x, %u bits\n", names[i], (unsigned) -code, (unsigned) mbedtls_pk_get_bitlen(&pk));
        mbedtls_pk_free(&pk);
    }
}

int main(void)
{
    damage("prime256v1.der", "EC PRIVATE KEY", NULL, 1000);
    damage("prime256v1.pk8.der", "PRIVATE KEY", NULL, 40);
    damage("rsa1024.der", "RSA PRIVATE KEY", NULL, 12);
    damage("rsa2048.pk8.der", "PRIVATE KEY", NULL, 40);
    damage("prime256v1.pub.der", "PUBLIC KEY", NULL, 40);
    damage("rsa1024.pub.der", "PUBLIC KEY", NULL, 40);
    damage("rsa2048.rsapub.der", "RSA PUBLIC KEY", NULL, 12);
    wrong_numbers();
    several();
    return 0;
}
