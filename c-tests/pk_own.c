/* Keys that this library takes or refuses otherwise than the reference; COMPATIBILITY.md gives the reasons. */
#include <mbedtls/pk.h>

#include <stdio.h>

static const char *folder = "tests/keys";

static int pseudo_random(void *state, unsigned char *output, size_t length)
{
    unsigned *seed = state;
    for (size_t i = 0; i < length; i++) {
        *seed = *seed * 1103515245u + 12345u;
        output[i] = (unsigned char) (*seed >> 16);
    }
    return 0;
}

static void print_key(const char *name, int code, const mbedtls_pk_context *pk)
{
    printf("%s: -0x%04x type %u, %s, %u bits\n", name, (unsigned) -code, (unsigned) mbedtls_pk_get_type(pk),
           mbedtls_pk_get_name(pk), (unsigned) mbedtls_pk_get_bitlen(pk));
}

static void private_file(const char *name, const char *password)
{
    char path[4096];
    unsigned seed = 1;
    mbedtls_pk_context pk;
    mbedtls_pk_init(&pk);
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    print_key(name, mbedtls_pk_parse_keyfile(&pk, path, password, pseudo_random, &seed), &pk);
    mbedtls_pk_free(&pk);
}

static void public_file(const char *name)
{
    char path[4096];
    mbedtls_pk_context pk;
    mbedtls_pk_init(&pk);
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    print_key(name, mbedtls_pk_parse_public_keyfile(&pk, path), &pk);
    mbedtls_pk_free(&pk);
}

int main(int argc, char **argv)
{
    if (argc > 1) {
        folder = argv[1];
    }
    puts("- Ed25519 is read");
    private_file("ed25519.pk8.pem", NULL);
    private_file("ed25519.pk8.der", NULL);
    public_file("ed25519.pub.der");
    puts("- a folder is no file");
    private_file("", NULL);
    return 0;
}
